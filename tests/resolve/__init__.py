"""Tests of pipeline/resolve."""
