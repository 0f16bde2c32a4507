"""How a file was understood, and the result of its import."""
