"""What `note`, `question`, `peg` and `overall` share."""
