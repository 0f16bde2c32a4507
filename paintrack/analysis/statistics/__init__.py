"""Statistics that know nothing of pain: regression, Student's t, medians and rank tests."""
