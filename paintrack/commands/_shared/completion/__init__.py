"""What the Tab key offers on a command line of paintrack, and how a shell is told to ask for it."""
