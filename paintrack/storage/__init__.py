"""The only SQL and the only way to the file. sqlite-utils shapes the file (schema); sqlite3 reads and writes rows."""
