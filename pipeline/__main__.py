"""`python -m pipeline` is `carton`."""

from pipeline.cli import main

main()
