"""Fills the HTML templates in `paintrack/data/`, and alone uses Jinja2: every value is escaped, whatever it holds."""

from collections.abc import MutableMapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from paintrack.model.displayed_text import ISOLATES

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import BaseLoader, Environment, Template

CSS_SHEETS = {"a4": "A4", "letter": "letter"}
# A path, because importlib.resources takes a tenth of the time of the command.
_TEMPLATES = Path(__file__).parents[3] / "data"


def filled_template(name: str, **values: Any) -> str:
    """The text of a template such as `page.html.jinja` with the values in it, ending with a newline.

    Isolates become `bdi` elements, except in what the template escapes itself (`|e`).
    """
    return _environment().get_template(name).render(values)


def _environment() -> "Environment":
    from jinja2 import Environment, StrictUndefined

    return Environment(
        loader=cast("BaseLoader", _TemplateLoader()),
        autoescape=True,
        finalize=_with_direction,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _TemplateLoader:
    """Loads a template, or one that another includes, for Jinja2.

    It has the interface of a BaseLoader without being one, so that Jinja2 can be imported late.
    """

    def load(self, environment: "Environment", name: str, global_values: MutableMapping[str, Any]) -> "Template":
        """The template of this name, ready to be filled. Raises OSError if there is none."""
        code = cast("CodeType", _CodeLoader(name, str(_TEMPLATES / name)).get_code(name))
        return environment.template_class.from_code(environment, code, global_values)


class _CodeLoader(SourceFileLoader):
    """A template as code, which Python caches in `__pycache__` like that of a module.

    Compiling it each time would take a tenth of the time of the command. It is compiled again after a change of the
    template, of this file or of Jinja2, and each time if Python may not write the cache.
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
    """A text with `bdi` elements in place of isolate characters; another value as it is."""
    from markupsafe import Markup, escape

    if not isinstance(value, str) or isinstance(value, Markup) or value.isascii():
        return value
    start, end = ISOLATES
    return escape(value).replace(start, Markup("<bdi>")).replace(end, Markup("</bdi>"))
