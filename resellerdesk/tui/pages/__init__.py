"""What screens show, as pure functions from what the desk knows to lines."""
