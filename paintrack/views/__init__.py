"""Values in, text out: nothing here reads the file, prints or raises."""
