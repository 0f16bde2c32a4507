"""Side effects: the kinds, the words for them, and what is serious in any text."""
