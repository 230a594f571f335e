"""The sample archive: fictional papers, their sources and the forms they are given."""
