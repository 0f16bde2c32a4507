"""Getting every readable entry out of a damaged file; each module is a way to read what another cannot."""
