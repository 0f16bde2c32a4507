"""Joining another history to the patient's own."""
