"""The page as HTML, and the templates that the statement uses too."""
