"""What was probably meant by a command line that failed; nothing of this is loaded before one has failed."""
