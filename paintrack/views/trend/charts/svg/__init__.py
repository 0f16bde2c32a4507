"""The chart as a vector drawing: its shapes and labels, its axis of dates, its lanes, and all of it in words."""
