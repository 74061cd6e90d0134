"""The host's own layouts: what a row of each kind of file says.

Each module has a `KEY`, the `HEADERS` that such a file needs (more columns are fine), and
`read`, which returns None for a blank row and raises `Unreadable` for a cell that rejects it.
"""
