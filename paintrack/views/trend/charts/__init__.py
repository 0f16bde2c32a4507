"""The charts of a condition, drawn in characters or as SVG."""
