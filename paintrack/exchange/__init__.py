"""Files in and out: a format reads from or writes to an open stream."""
