"""What `import` does: its options and its four steps."""
