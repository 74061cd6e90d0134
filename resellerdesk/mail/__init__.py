"""Messages to customers: written as a file, or handed to a mail server."""
