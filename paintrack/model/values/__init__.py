"""The values of fields: scores, moments, money, and the type of each field."""
