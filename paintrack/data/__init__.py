"""What comes with the program: the table of acupuncture points."""
