"""What every command needs of the terminal: printing, paging, progress, output to a file or stream."""
