"""Files out, each written whole or not at all."""
