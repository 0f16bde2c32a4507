"""The sentence in place of the page if there is nothing for one."""

from paintrack.model.displayed_text import isolated


def empty_page(condition: str | None, practitioner: str | None, *, has_scores: bool, are_recorded: bool) -> str:
    """Why there is no page for this condition and practitioner, and what to type.

    `has_scores`: the file has any score; `are_recorded`: it has both names.
    """
    if not has_scores:
        return "There is nothing for a page yet. Start with: paintrack before 7"
    of = "" if condition is None else f" of {isolated(condition)}"
    by = "" if practitioner is None else f" with {isolated(practitioner)}"
    if not are_recorded:
        names = "practitioners" if condition is None else "conditions"
        return f"No session or reading{of}{by} is recorded. The names: paintrack {names}"
    return f"No session or reading{of}{by} falls into the period of the page. Choose another: --since DATE or --last N"
