"""Tests of extraction: a table of real strings per small parser."""
