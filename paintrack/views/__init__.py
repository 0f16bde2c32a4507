"""Domain values in, text out: nothing here asks for data or prints."""
