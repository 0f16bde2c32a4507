"""Values in, text out: nothing here queries the file, prints or raises."""
