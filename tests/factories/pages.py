"""Pages to write in every form: of the sample course, of the hard one, and of one whose every text is a trap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.page_figures import Summary, summary_of
from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.sample import sample_course
from paintrack.views.page.html.page_html import page_charts, page_html
from paintrack.views.page.page_as_text import PAGE_WIDTH, page_text
from paintrack.views.page.page_capacity import SHEET_ROOMS, Room
from paintrack.views.page.page_chart_as_text import whole_chart
from paintrack.views.page.page_content import Page, build_page, pages_for_sheets
from paintrack.views.page.page_narrow import narrow_page
from paintrack.views.page.pdf.page_pdf import DRAWING_FONT_SIZE
from paintrack.views.page.pdf.pdf_typesetting import FONT
from paintrack.views.trend.charts.chart_svg import svg_chart
from tests.factories.courses import in_order, weekly
from tests.factories.entries import a_note, a_plan, a_question, a_reading, moment
from tests.factories.hard_course import hard_course
from tests.factories.year_long_course import FULL_DAY, full_course

PRINTED = date(2026, 9, 14)
EVERYTHING = PageScope(with_costs=True, with_session_notes=True)
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
class PageWithChart:
    """A page without a limit, the same in each room of a sheet, its text chart and the trend that is drawn."""

    page: Page
    sheets: Sequence[Page]
    chart: str
    trend: ConditionFigures

    def svg(self, *, for_pdf: bool = False) -> str:
        """The drawing on white paper, or as the PDF takes it."""
        if for_pdf:
            return svg_chart(self.trend.chart_data, font=FONT, size=DRAWING_FONT_SIZE, has_key=False)
        return svg_chart(self.trend.chart_data, has_key=False)


def summarize(
    entries: Sequence[AnyEntry], scope: PageScope | None = None, *, printed: date = PRINTED, **settings: str
) -> Summary:
    """The page's figures."""
    return summary_of(in_order(entries), settings, scope or PageScope(), printed)


def page_as_text(summary: Summary, *, ascii_only: bool = False) -> str:
    """The page as the command prints it."""
    return page_text(summary, ascii_only=ascii_only)


def page_on_screen(summary: Summary, *, width: int, ascii_only: bool = False) -> str:
    """The page as the command shows it on a terminal of less than 80 columns."""
    chart = whole_chart(summary, width=width, ascii_only=ascii_only)
    return narrow_page(build_page(summary), chart, width=width, ascii_only=ascii_only)


@cache
def sample_page() -> PageWithChart:
    """The page of the sample course, a week after its last session."""
    return _page_with_chart(summarize(sample_course(), printed=date(2026, 8, 24)))


def html_of(page: PageWithChart, paper: str | None = None) -> str:
    """The page as HTML with its charts; `paper` is `a4` or `letter`, or None for the page's own."""
    return page_html(page.page, charts=page_charts(page.trend.chart_data), paper=paper)


@cache
def full_page() -> PageWithChart:
    """The page of a full year with all that the usual page holds."""
    return _page_with_chart(summarize(full_course(), printed=FULL_DAY, name="Maria Kowalska"))


@cache
def long_names_page() -> PageWithChart:
    """A page with names from right to left and long words, in every place that has little width on a phone."""
    words = "Müdigkeitserscheinungen am Nachmittag, kaum Konzentration"
    sessions = weekly(
        [7, 6, 6, 5, 5, 4],
        condition="ألم أسفل الظهر المزمن بعد الحادث",
        practitioner="Zażółć Gęślą-Jaźń Brzęczyszczykiewicz",
        side_effects=(SideEffect("headache_fatigue", words), SideEffect("other", "Rindfleischetikettierungsgesetz")),
    )
    entries: list[AnyEntry] = [
        *sessions,
        a_note("بدأت أميتريبتيلين 10 ملغ", at=8),
        a_question("هل الجلسات كل أسبوعين تكفي؟", at=9),
    ]
    return _page_with_chart(summarize(entries, name="فاطمة الزهراء بنت محمد"))


@cache
def long_words_page() -> PageWithChart:
    """A page with words of forty letters and addresses wherever a person types, even as points and side effects."""
    word, address = "Donaudampfschifffahrtselektrizitätenhaup", "maria.kowalska-brzeczyszczykiewicz@praxis.example.org"
    sessions = weekly(
        [7, 6, 6, 5, 5, 4],
        condition=word,
        practitioner=address,
        points=(word, "LI4", address),
        side_effects=(SideEffect("other", word),),
    )
    entries: list[AnyEntry] = [
        *sessions,
        *weekly([3, 4], condition=address),
        a_note(f"{word} 25 mg", at=8),
        a_question(f"{address} {word}?", at=9),
    ]
    return _page_with_chart(summarize(entries, name=word))


@cache
def full_rows_page() -> PageWithChart:
    """A page whose last sessions have something in every column: a reading, side effects, twelve points.

    The names of its other conditions are long.
    """
    effects = (SideEffect("tiredness", "sleepy all afternoon"), SideEffect("bruise_bleeding", "blue mark"))
    points = ("LI4", "LR3", "ST36", "SP6", "GB34", "BL23", "BL25", "BL40", "GV4", "GV20", "KI3", "HT7")
    entries: list[AnyEntry] = [
        *weekly([7, 10, 6, 5, 5, 4], side_effects=effects, points=points),
        *(a_reading(4, at=moment(day, hours=22)) for day in range(0, 42, 7)),
        *weekly([3, 4, 3], condition="pain in the left shoulder after the fall"),
        *weekly([5, 4, 4], condition="headache on waking, mostly at weekends"),
        *weekly([6, 5, 2], condition="trouble falling asleep"),
    ]
    return _page_with_chart(summarize(entries, name="Maria Kowalska"))


@cache
def hard_page() -> PageWithChart:
    """The page of the hard course with all that can be asked for."""
    return _page_with_chart(summarize(hard_course(), EVERYTHING, printed=date(2026, 10, 5)))


@cache
def trap_page(trap: str) -> PageWithChart:
    """A page with the same trap in every text that a person can type; two sessions of two conditions."""
    first, last = (
        replace(
            session,
            ratings=(Rating(trap, 7.0, 5.0), Rating(f"{trap} 2", 4.0, 3.0)),
            points=(trap,),
            practitioner=trap,
            side_effects=(SideEffect("other", trap),),
            currency=trap,
            note=trap,
        )
        for session in [each for each in sample_course() if isinstance(each, Session)][:2]
    )
    entries: list[AnyEntry] = [
        first,
        last,
        a_note(trap, at=first.when),
        a_question(trap, at=first.when),
        a_plan(condition=trap, sessions=9, goal=3, at=first.when),
    ]
    return _page_with_chart(summarize(entries, EVERYTHING, printed=last.when.day, name=trap))


def _page_with_chart(summary: Summary) -> PageWithChart:
    assert summary.main is not None
    chart = whole_chart(summary, width=PAGE_WIDTH)
    return PageWithChart(build_page(summary), [*pages_for_sheets(summary)], chart, summary.main)


# Room for most; and the least that a form has.
ROOM = Room(points=8, sessions=6, conditions=8, has_peg_rows=True, chart=1, most=8, longest=160)
TIGHTEST = SHEET_ROOMS[-1]


def page_for(
    entries: Sequence[AnyEntry], request: PageScope | None = None, *, room: Room = ROOM, **settings: Any
) -> Page:
    """The page of these entries."""
    return build_page(summarize(entries, request, **settings), room)


def block(page: Page, title: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the block of that title."""
    (rows,) = [each.rows for each in (*page.remarks, *page.blocks) if each.title == title]
    return rows


def sentences(page: Page) -> list[tuple[str, str]]:
    """(label, sentence) of all answers on the main condition, in the order of the page."""
    return [*((each.question, each.sentence) for each in page.answers), *page.more_answers]


def headline(page: Page, label: str) -> str:
    """The one sentence of that label."""
    (text,) = [text for each, text in sentences(page) if each == label]
    return text
