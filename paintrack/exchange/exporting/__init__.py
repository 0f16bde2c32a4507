"""Writing files, each whole or not at all."""
