"""Copies of the patient's file: made, checked, read back, restored; and what is to be in no copy any more.

One module for each word (backup, restore, purge, salvage) and one for each step that several of them take.
"""
