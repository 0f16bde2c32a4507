"""Questions to an open file that `log` does not ask: names, texts, scores, rows for a CSV, the journal."""
