"""The help of commands, the topics, and what the keys of the JSON mean."""
