"""The archive as a web site: Datasette over archive.db, with its texts and hooks."""
