"""The words of acupuncture: points by their code, techniques."""
