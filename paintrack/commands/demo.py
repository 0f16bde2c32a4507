"""The list, the trend and the page of an invented course, in a temporary file."""

from pathlib import Path

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import reject_ignored
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.page.page_scope_options import PageOptions
from paintrack.model.sample import CONDITION, sample_course, sample_remarks
from paintrack.views.help.demo_words import DEMO_CLOSING, demo_title, typed_line

_NAME = "demo.db"


def run(context: Context) -> None:
    """Show a sample course of twelve sessions; your own file is not touched.

    paintrack demo
    """
    from tempfile import TemporaryDirectory

    from paintrack.commands import list as history
    from paintrack.commands import summary, trend

    reject_ignored([context.db], "The demo has a file of its own, which it deletes: leave --db out.")
    with TemporaryDirectory(prefix="paintrack-demo-") as folder:
        sample = Context(
            db=str(Path(folder) / _NAME),
            quiet=context.console.quiet,
            plain=context.console.plain,
            ascii_marks=context.console.ascii_marks,
            no_color=context.no_color,
            no_input=context.no_input,
        )
        with sample.open_writer() as writer:
            for entry in (*sample_course(), *sample_remarks()):
                writer.save_imported(entry)
            writer.describe("the sample course")
        sample.console.saved = False
        sample.console.say(f"{demo_title(CONDITION, width=context.console.width)}\n")
        sample.console.say(typed_line("list", plain=context.console.plain))
        history.run(sample, Filters(), no_pager=True)
        sample.console.say(f"\n{typed_line('trend', plain=context.console.plain)}")
        trend.run(sample, Filters(), no_pager=True)
        sample.console.say(f"\n{typed_line('summary', plain=context.console.plain)}")
        summary.run(sample, PageOptions(), no_pager=True)
    context.console.say(f"\n{DEMO_CLOSING}")
