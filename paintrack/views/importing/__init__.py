"""How a file was understood, and what came of the import."""
