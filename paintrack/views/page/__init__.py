"""The page for the appointment: its words, and each form of it."""
