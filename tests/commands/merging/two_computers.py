"""Two computers on which one person keeps a diary, and a phone that has none at first."""

from datetime import timedelta
from pathlib import Path

from tests.files_made_once import make_once
from tests.program import Clock, Paintrack, Result, quoted


class Computers:
    """A desktop and a laptop, which began with the same file; time passes with each command."""

    def __init__(self, paintrack: Paintrack, clock: Clock, folder: Path) -> None:
        self._paintrack, self._clock, self.folder = paintrack, clock, folder
        self.paths = {name: folder / f"{name}.db" for name in ("desktop", "laptop", "phone")}

    def on(self, name: str, *typed: str) -> Result:
        """The result of the last command line, all of which have to succeed."""
        for each in typed:
            self._clock.forward(minutes=1)
            result = self._paintrack(f"{each} --db {quoted(self.paths[name])}")
            assert result.code == 0, (each, result)
        return result

    def on_once(self, name: str, *typed: str) -> None:
        """The same as `on`, typed once for all tests that have the same file at the same time."""
        now = self._clock.now
        make_once(self.paths[name], (now.isoformat(), typed), lambda: self.on(name, *typed))
        self._clock.now = now + timedelta(minutes=len(typed))

    def export(self, name: str) -> str:
        """The whole history as JSON."""
        return self.on(name, "export - --format json").out

    def session(self, name: str, number: int = 1) -> dict[str, object]:
        """The session as `show --json` gives it."""
        entry: dict[str, object] = self.on(name, f"show {number} --json").json
        return entry

    def conditions(self, name: str) -> list[str]:
        """What the first session rates, in its order."""
        ratings = self.session(name)["ratings"]
        assert isinstance(ratings, list)
        return [each["condition"] for each in ratings]

    def merge(self, into: str, source: str, *options: str) -> Result:
        """The merge of one computer's file into another's."""
        return self.on(into, " ".join(["merge", quoted(self.paths[source]), *options]))

    def both_ways(self, one: str = "desktop", other: str = "laptop") -> str:
        """Merge either way round; the export, which is the same on both."""
        self.merge(one, other)
        self.merge(other, one)
        exported = self.export(one)
        assert exported == self.export(other)
        return exported
