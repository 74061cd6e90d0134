"""The quote as paper: measuring, wrapping, paging, drawing."""
