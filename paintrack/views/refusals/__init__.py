"""What a refusal says: what is wrong, and what to type instead. From errors that carry values, or for a command."""
