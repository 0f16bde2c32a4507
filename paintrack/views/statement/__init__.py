"""The statement for an insurer, in each of its forms."""
