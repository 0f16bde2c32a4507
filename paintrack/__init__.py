"""A private pain diary for acupuncture patients."""

__version__ = "0.1.0"

# The same as `project.urls` in pyproject.toml.
ISSUES_URL = "https://github.com/paintrack/paintrack/issues"
