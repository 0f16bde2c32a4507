"""Reading files: their entries are checked, mapped and compared with what is stored."""
