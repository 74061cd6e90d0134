"""Use cases: what the desk can do, one module each, for the terminal and the command line."""
