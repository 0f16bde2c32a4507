"""How an imported file was read, and what the import did."""
