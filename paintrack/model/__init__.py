"""What is stored and what words mean: entries, scores, moments, money, text. Pure: no file, no clock, no screen."""
