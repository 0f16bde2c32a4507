"""What a command says after it has written, copied, purged or begun a file."""
