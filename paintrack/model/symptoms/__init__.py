"""Side effects: their kinds, the words for them, and finding serious symptoms in any text."""
