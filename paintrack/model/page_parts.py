"""The parts of the page for the appointment that can be left out with `--hide`."""

HIDEABLE = ("notes", "costs", "points", "plan", "function", "questions", "side-effects")
