"""The HTML templates in `paintrack/data/`, filled: every value is escaped, whatever it holds. Home of Jinja2."""

from typing import Any

from paintrack.model.typed.typed_text import ISOLATES, isolate_runs


def filled_template(name: str, **values: Any) -> str:
    """The text of a template such as `statement.html.jinja` with the values in it, ending with a newline.

    Letters from right to left get a `bdi` around them, but not in what the template escapes by itself (`|e`).
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup, escape

    def with_direction(value: object) -> object:
        if not isinstance(value, str) or isinstance(value, Markup) or value.isascii():
            return value
        start, end = ISOLATES
        return escape(isolate_runs(value)).replace(start, Markup("<bdi>")).replace(end, Markup("</bdi>"))

    environment = Environment(
        loader=PackageLoader("paintrack", "data"),
        autoescape=True,
        finalize=with_direction,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(values)
