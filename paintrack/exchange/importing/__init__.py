"""Files in: read, checked, mapped and compared with what is here."""
