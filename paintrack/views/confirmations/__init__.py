"""What a command says after a change: one module for each kind of entry or of change, many because the kinds are.

`confirmation_parts` is what they share.
"""
