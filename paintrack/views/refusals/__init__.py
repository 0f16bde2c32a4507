"""Errors that carry values, as the sentence that the patient reads: what is wrong, and what to type instead."""
