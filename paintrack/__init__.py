"""A private pain diary for acupuncture patients."""

__version__ = "0.1.0"
