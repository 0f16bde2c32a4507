"""Everything at work on an invented course, in a file of its own that goes when it is over."""

from pathlib import Path

from paintrack.commands import list as list_command
from paintrack.commands import trend
from paintrack.commands.filters import Filters
from paintrack.commands.here import Here
from paintrack.domain.sample import CONDITION, sample_course

_NAME = "demo.db"


def run(here: Here) -> None:
    """Show a sample course of twelve sessions; your own file is not touched.

    paintrack demo
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="paintrack-demo-") as folder:
        sample = Here(
            db=str(Path(folder) / _NAME),
            quiet=here.quiet,
            plain=here.plain,
            ascii_marks=here.ascii_marks,
            no_input=here.no_input,
        )
        with sample.writing() as writer:
            for entry in sample_course():
                writer.take_over(entry)
            writer.describe("the sample course")
        sample.saved = False
        sample.say(f"A SAMPLE: an invented course for {CONDITION}. Nothing of yours is shown or changed.\n")
        sample.say("$ paintrack list")
        list_command.run(sample, Filters())
        sample.say("\n$ paintrack trend")
        trend.run(sample, Filters())
    here.say("\nThis was the sample. Your own first score: paintrack before 7")
