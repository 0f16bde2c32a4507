"""Copies of the patient's file: made, checked, read back and restored; and purging, which also concerns old copies.

There is a module for each command (backup, restore, purge) and one for each step that several of them share.
`salvaging` is a room of its own.
"""
