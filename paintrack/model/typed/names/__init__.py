"""Names of conditions and practitioners as people type them: slips, short forms, spellings."""
