"""What typed names and ids mean; what is asked, said and done about names that are new, renamed or not recorded."""
