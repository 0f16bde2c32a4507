"""Pages to write in every form: of the sample course, of the hard one, and of one whose every text is a trap."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from paintrack.domain.entry import AnyEntry, Rating, Session, SideEffect
from paintrack.domain.remarks import Note, Plan, Question
from paintrack.domain.sample import sample_course
from paintrack.domain.summary import Asked, summary_of
from paintrack.domain.trend import Trend
from paintrack.views.charts import dumbbells
from paintrack.views.drawing import drawing
from paintrack.views.page import Page
from paintrack.views.page_pdf import FONT, SIZE
from paintrack.views.page_text import WIDTH, fitted
from tests.views.hard_course import hard_course

ALL = Asked(costs=True, session_notes=True)
TRAPS = (
    "<script>alert(1)</script>",
    "[bold]red[/bold] [a](http://example.org) ![i](x)",
    "a | b || c",
    "`code` ```x",
    "=cmd|'/C calc'!A0",
    "\x1b[31mred\u202e\u2066\x07 end",
    "*a* _b_ **c** ~~d~~ $e^2$ ^f^ @me #12",
    "www.example.org https://example.org <a@example.org> a@example.org",
    "# h",
    "1. one",
    "(iv) four",
    "- - -",
    "> said &lt; &#65;",
    "\"quoted\" 'text' <b onclick=x> </title></style></svg><!-- ]]>",
    '#panic("x") #[y] \\ $ <z> @w /* c */ // d',
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with its text chart and the trend that is drawn."""

    page: Page
    chart: str
    trend: Trend

    def drawing(self, *, paper: str = "white", for_pdf: bool = False) -> str:
        """The drawing as the HTML page takes it, or as the PDF does."""
        course = self.trend.course
        slope = course.per_session.value if course and course.per_session else None
        if for_pdf:
            return drawing(self.trend.picture, slope=slope, font=FONT, size=SIZE)
        return drawing(self.trend.picture, slope=slope, paper=paper)


def shown(entries: list[AnyEntry], printed: date, asked: Asked | None = None, name: str | None = None) -> Shown:
    """The page of a course that has sessions."""
    summary = summary_of(entries, {} if name is None else {"name": name}, asked or Asked(), printed)
    assert summary.main is not None
    chart = dumbbells(summary.main.picture, width=WIDTH)
    return Shown(fitted(summary, chart), chart, summary.main)


@cache
def sample_page() -> Shown:
    """The page of the sample course, a week after its last session."""
    return shown(sample_course(), date(2026, 8, 24))


@cache
def hard_page() -> Shown:
    """The page of the hard course with all that can be asked for."""
    return shown(hard_course(), date(2026, 10, 5), ALL)


@cache
def trap_page(trap: str) -> Shown:
    """A page with the same trap in every text that a person can type; two sessions of two conditions."""
    entries: list[AnyEntry] = []
    for entry in [each for each in sample_course() if isinstance(each, Session)][:2]:
        entries.append(
            replace(
                entry,
                ratings=(Rating(trap, 7.0, 5.0), Rating(f"{trap} 2", 4.0, 3.0)),
                points=(trap,),
                practitioner=trap,
                side_effects=(SideEffect("other", trap),),
                currency=trap,
                note=trap,
            )
        )
    first, last = entries
    who: dict[str, Any] = {"when": first.when, "entered": first.entered, "edited": first.edited}
    entries += [
        Note(**who, uid="e" * 32, text=trap),
        Question(**who, uid="f" * 32, text=trap),
        Plan(**who, uid="d" * 32, condition=trap, sessions=9, goal=3),
    ]
    return shown(sorted(entries, key=lambda each: each.at), last.when.day, ALL, name=trap)
