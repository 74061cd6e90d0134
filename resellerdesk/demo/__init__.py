"""Sample data, and the desk filled with it."""
