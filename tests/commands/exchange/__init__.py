"""Import and export as the patient types them.

Most of it is import: each way in which somebody's sheet differs has a test module of its own.
"""
