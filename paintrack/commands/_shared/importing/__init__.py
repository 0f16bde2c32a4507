"""What `import` and `merge` do: what each reads, and the steps that are the same for both."""
