"""What a patient types, made into values: dates, texts, the details of a session."""
