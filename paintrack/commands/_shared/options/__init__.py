"""The options of several commands, and the help that is made of a command's options."""
