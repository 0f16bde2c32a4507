"""Builders of what the tests are about: entries, courses of treatment, pages, pictures."""
