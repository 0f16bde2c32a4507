"""Builders of what the tests are about: entries, courses of treatment, pages, the data of charts."""
