"""Leads from words about one thing: deleting and bringing back, copies, help, plans, side effects, months of zeros."""
