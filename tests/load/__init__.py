"""Tests of pipeline/load."""
