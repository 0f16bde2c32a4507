"""Parsing what a patient types: dates, texts, the details of a session."""
