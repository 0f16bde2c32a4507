"""The page as one HTML file: no script, nothing from outside, on one sheet of paper, light and dark on a screen.

How it looks is in the template `paintrack/data/page.html.jinja`. Jinja2 is at home here.
"""

from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from paintrack.model.typed.typed_text import ISOLATES, isolate_runs
from paintrack.views.page.html_values import html_values
from paintrack.views.page.page_content import Page

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment

# A path, since importlib.resources costs a tenth of the command.
_TEMPLATE = Path(__file__).parents[2] / "data" / "page.html.jinja"


def page_html(page: Page, *, drawing: str, paper: str | None = None) -> str:
    """The whole document, ending with a newline.

    `drawing` is the chart as one `svg` element, trusted as it is; empty: none. `paper` is `a4` or `letter`,
    None for the one of the page.
    """
    from markupsafe import Markup

    environment = _environment()
    code = cast("CodeType", _TemplateLoader("page", str(_TEMPLATE)).get_code("page"))
    template = environment.template_class.from_code(environment, code, {})
    # The only text that is not escaped: our own drawing, which escapes what it says.
    return template.render(page=html_values(page, chart=Markup(drawing), paper=paper))


def _environment() -> "Environment":
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True,
        finalize=_with_direction,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _TemplateLoader(SourceFileLoader):
    """The template as code, which Python keeps in `__pycache__` as it does that of a module.

    To translate it anew each time takes a tenth of the command. A change of the template, of this file or of Jinja2
    makes the code again; where Python may not write, it is made each time.
    """

    def path_stats(self, path: str) -> dict[str, float]:
        """The size of the template, and a time that changes with any of the files that its code depends on."""
        import jinja2

        sources = (path, __file__, jinja2.__file__)
        return {"mtime": sum(Path(each).stat().st_mtime for each in sources), "size": Path(path).stat().st_size}

    @staticmethod
    def source_to_code(data: Any, path: Any = "", *_: Any, **__: Any) -> "CodeType":
        """The code of the template from the bytes of its file."""
        return _environment().compile(data.decode(), filename=str(path))


def _with_direction(value: object) -> object:
    """A text with the element that keeps letters from right to left to themselves, in place of the characters."""
    from markupsafe import Markup, escape

    if not isinstance(value, str) or isinstance(value, Markup) or value.isascii():
        return value
    start, end = ISOLATES
    return escape(isolate_runs(value)).replace(start, Markup("<bdi>")).replace(end, Markup("</bdi>"))
