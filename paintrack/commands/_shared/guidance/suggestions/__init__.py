"""From words in the wrong place to the command line that was probably meant: a module for each kind of words."""
