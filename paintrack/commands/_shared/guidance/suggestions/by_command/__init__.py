"""Suggestions for words about one thing: deletions, undeletion, copies, help, plans, side effects, months of zeros."""
