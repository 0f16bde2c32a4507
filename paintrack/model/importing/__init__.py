"""The values of an import: how a file is read, what becomes of each entry, what is wrong with the file."""
