"""Copies of the patient's file: made, checked, read back, restored; and what is to be in no copy any more."""
