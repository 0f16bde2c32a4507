"""Names that are new, renamed or not recorded: what is asked, said and done about them."""
