"""The answers after a change."""
