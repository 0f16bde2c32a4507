"""Command lines that rate several conditions, as a person types them."""

from collections.abc import Sequence

from paintrack.model.typed.typed_text import shell_quoted, visible_line, without_isolates


def after_all_scores(open_conditions: Sequence[str], score: str = "SCORE") -> str:
    """The command with a score for each condition that waits for one; `score` is the first one's.

    >>> print(after_all_scores(["lower back", "migraine"]))
    paintrack after SCORE --also migraine=SCORE
    """
    also = [f" --also {condition_with_score(visible_line(name), 'SCORE')}" for name in open_conditions[1:]]
    return f"paintrack after {score}{''.join(also)}"


def condition_with_score(name: str, scores: str) -> str:
    """A value of `--also` as one word of a shell: `migraine=SCORE`."""
    # `=` needs no quotes, but a name with a blank does.
    name = without_isolates(name)
    return f"{name}={scores}" if shell_quoted(name) == name else shell_quoted(f"{name}={scores}")
