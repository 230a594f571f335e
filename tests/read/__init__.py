"""Reading, format by format."""
