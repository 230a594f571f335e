"""The site in Debian's Chromium."""
