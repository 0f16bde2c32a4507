"""What `summary` and `demo` do with the page: its options and its output."""
