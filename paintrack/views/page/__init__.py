"""The page for the appointment: its words, and each form of it.

`page_content` makes the words once; text, Markdown, HTML, PDF and speech each have a module and a helper or two.
"""
