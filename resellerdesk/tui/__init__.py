"""The desk in the terminal: a Textual app over the same use cases as the command line."""
