"""The page as PDF, and the typesetting that the statement uses too."""
