"""The calendar: a column for each week, Monday at the top, with each day's highest score, or 0 if it was declared so.

It is for scores that are mostly 0, and for readings alone, when it matters which days were bad.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from math import floor

from paintrack.analysis.condition.chart_data import ChartData, highest_scores
from paintrack.model.values.score import SCALE
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.text_layout import pack
from paintrack.views.text_style import dimmed
from paintrack.views.trend.charts.calendar_weeks import WEEK, mondays
from paintrack.views.trend.charts.chart_canvas import (
    LEFT,
    Canvas,
    Glyphs,
    change_rows,
    glyphs_for,
    paint_for,
    placed,
    rise_row,
)
from paintrack.views.trend.days_without_score_sentences import NO_ENTRY
from paintrack.views.value_words import show_day

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOST_BANDS = 6  # a year on 40 columns; more would take long to scroll through


def calendar_chart(
    chart_data: ChartData, *, width: int, ascii_only: bool = False, colours: int = 0, most_bands: int = MOST_BANDS
) -> str:
    """The days from the first to the last score, within `width` columns (40 or more); empty without a score.

    Weeks that do not fit side by side are in bands below each other, oldest first; of more than `most_bands` only the
    newest are drawn, and the last line says so. A score is rounded to a whole number, one above 0 to at least 1.
    """
    scores = highest_scores(chart_data)
    if not scores:
        return ""
    first, last = min(scores), max(scores)
    wholes = {day: max(floor(score + 0.5), 1) if score else 0 for day, score in scores.items()}
    cell = 1 + max(len(str(score)) for score in wholes.values())
    across = (width - LEFT) // cell
    first_days = list(mondays(first, last))
    bands = [first_days[start : start + across] for start in range(0, len(first_days), across)][-most_bands:]
    glyphs = glyphs_for(ascii_only=ascii_only)
    blank = "." if ascii_only else "·"
    pieces = [f"The day's highest score: {SCALE}", f"{blank} {NO_ENTRY}"]
    pieces += [f"{glyphs.rise} higher after a session"] if any(bar.is_rise for bar in chart_data.bars) else []
    pieces += ["to the nearest whole number"] if any(score % 1 for score in scores.values()) else []
    lines = dimmed(pack(pieces, width, gap="   ", dropped="", indent=""), colours=colours).split("\n")
    for band in bands:
        lines += ["", _month_row(band, cell, across, has_year=band is bands[0], needs_year=first.year != last.year)]
        lines += [
            f"{name:<{LEFT}}{_days(band, place, wholes, (first, last), cell, blank, colours)}".rstrip()
            for place, name in enumerate(_WEEKDAYS)
        ]
        lines += _rises(chart_data, band, cell, glyphs, colours)
        lines += _changes(chart_data, band, cell, width, glyphs)
    if len(first_days) > len(bands) * across:
        weeks = sum(map(len, bands))
        words = [f"The newest {weeks} of {len(first_days)} weeks.", "Choose: --since DATE"]
        lines.append(dimmed(pack(words, width, dropped="", indent=""), colours=colours))
    return "\n".join(lines)


def _days(
    band: list[date],
    weekday: int,
    scores: Mapping[date, int],
    ends: tuple[date, date],
    cell: int,
    blank: str,
    colours: int,
) -> str:
    row = ""
    for monday in band:
        day = monday + timedelta(days=weekday)
        if day in scores:
            row += heat_cell(f"{scores[day]:>{cell}}", scores[day], colours)
        else:
            row += f"{blank if ends[0] <= day <= ends[1] else '':>{cell}}"
    return row


def _month_row(band: list[date], cell: int, across: int, *, has_year: bool, needs_year: bool) -> str:
    """The names of the months, each over the first week whose Monday is in it, and over the first week of the band.

    The first name (`has_year`) and Januaries have the year; with `needs_year` the next name gives way for it. A name or
    year for which there is no room is left out.
    """
    starts = [(place, monday) for place, monday in enumerate(band) if not place or monday.day <= len(_WEEKDAYS)]
    row = ""
    for index, (place, day) in enumerate(starts):
        # The first letter of a name is above the last digit of the column.
        start = LEFT + place * cell + cell - 1
        if row and start <= len(row):
            continue
        to_end = (across - place - 1) * cell + 1
        room = (starts[index + 1][0] - place) * cell - 1 if index + 1 < len(starts) else to_end
        with_year = (has_year and not row) or day.month == 1
        long, short = (show_day(day, weekday=False, year=year).partition(" ")[2] for year in (True, False))
        has_room = len(long) <= (to_end if needs_year else room)
        # A first week that ends a month leaves the year to the next one.
        name = "" if len(short) > room else long if with_year and has_room else short
        row = placed(row, start, name) if name else row
    return row.rstrip()


def _rises(chart_data: ChartData, band: list[date], cell: int, glyphs: Glyphs, colours: int) -> list[str]:
    """The mark of a rise under each week of the band with a session after which the score was higher."""
    days = [bar.day for bar in chart_data.bars if bar.is_rise and band[0] <= bar.day < band[-1] + WEEK]
    columns = {_column(day, band, cell) for day in days}
    return rise_row(columns, glyphs, paint_for((glyphs.before, glyphs.rise), colours))


def _changes(chart_data: ChartData, band: list[date], cell: int, width: int, glyphs: Glyphs) -> list[str]:
    marks = [mark for mark in chart_data.marks if band[0] <= mark.day < band[-1] + WEEK]
    places = [(_column(mark.day, band, cell), mark) for mark in marks]
    canvas = Canvas(width, len(band) * cell, 1)
    return change_rows(places, canvas, glyphs, has_year=chart_data.touches_two_years)


def _column(day: date, band: list[date], cell: int) -> int:
    """The canvas column of the last digit of a day's week."""
    return (day - band[0]).days // 7 * cell + cell - 1
