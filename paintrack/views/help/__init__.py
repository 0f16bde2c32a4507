"""The help of commands, the help topics, and what the keys of the JSON mean."""
