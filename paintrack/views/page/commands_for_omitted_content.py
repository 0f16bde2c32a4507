"""The commands for pages that have what this page leaves out, with the options that are in force."""

from paintrack.analysis.page_figures import Summary
from paintrack.model.displayed_text import shell_quoted, visible_line


def whole_course_page(summary: Summary) -> str:
    """The command for the page with all sessions of the main condition's course.

    It has the options of this page but those that choose among the sessions.
    """
    scope, main = summary.scope, summary.main
    condition = "" if scope.condition is None else f" --for {shell_quoted(visible_line(scope.condition))}"
    is_newest = main is None or all(other.number < (main.course_number or 0) for other in main.other_courses)
    course = "" if main is None or is_newest else f" --course {main.course_number}"
    return f"paintrack summary{condition}{course}{_parts(summary)}"


def condition_page(summary: Summary, name: str) -> str:
    """The command for the page of another condition, for the same sessions."""
    scope = summary.scope
    has_own_days = scope.course is not None or scope.last is not None
    since, until = (summary.first_day, summary.last_day) if has_own_days else (scope.since, scope.until)
    options = [("for", shell_quoted(name)), ("since", since), ("until", until)]
    options += [("with", None if scope.practitioner is None else shell_quoted(visible_line(scope.practitioner)))]
    typed = "".join(f" --{option} {value}" for option, value in options if value is not None)
    return f"paintrack summary{typed}{_parts(summary)}"


def _parts(summary: Summary) -> str:
    """The options that say which parts are on the page, as they are typed."""
    scope = summary.scope
    flags = {"costs": scope.with_costs, "session-notes": scope.with_session_notes, "private": scope.with_private}
    hidden = f" --hide {','.join(sorted(scope.hidden))}" if scope.hidden else ""
    return hidden + "".join(f" --{flag}" for flag, is_set in flags.items() if is_set)
