"""The values of an import: what it reads, what becomes of each entry, what is wrong with a file."""
