"""What is true about sessions: pure functions and values; no file, no clock, no screen."""
