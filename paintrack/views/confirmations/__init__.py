"""What a command says after a change: one module for each kind of entry or of change.

They share `confirmation_parts`.
"""
