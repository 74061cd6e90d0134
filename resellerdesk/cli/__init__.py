"""The command line: the same use cases as the terminal, for scripts and quick hands."""
