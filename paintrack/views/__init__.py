"""Values in, text out: nothing here reads the file, prints or raises.

A room is for one surface: a screen, the page, confirmations, refusals. What several of them need lies beside the rooms.
"""
