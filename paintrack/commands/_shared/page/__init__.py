"""The page for the appointment and the statement for an insurer: their options and their output."""
