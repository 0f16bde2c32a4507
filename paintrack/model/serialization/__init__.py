"""Entries as JSON values and as CSV rows, and back."""
