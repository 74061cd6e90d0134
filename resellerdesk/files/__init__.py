"""Reading the files that an import takes, and writing files whole."""
