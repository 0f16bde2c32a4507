"""Reads a chart back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """A chart read back: its canvas from row 0 up, the column of each stroke, the rows of numbers."""

    rows: list[str]
    columns: list[int]
    numbers: list[str]

    @property
    def rows_per_score(self) -> int:
        """How many rows a score has."""
        return (len(self.rows) - 1) // 10

    def column(self, column: int) -> dict[int, str]:
        """The marks of one column by their row, without the goal's dashes."""
        cells = {row: line[column : column + 1].strip() for row, line in enumerate(self.rows)}
        return {row: cell for row, cell in cells.items() if cell not in ("", "-")}

    def nearest(self, score: float) -> int:
        """The row of a score by distance; of two that are as near the upper one."""
        return min(range(len(self.rows)), key=lambda row: (round(abs(row / self.rows_per_score - score), 9), -row))

    def written(self, row: int, index: int) -> str:
        """The number that ends under a stroke."""
        return self.numbers[row][: self.columns[index] + 1].split()[-1]

    def score(self, row: int, index: int) -> str:
        """The score under a stroke, without its brackets."""
        before = self.columns[index - 1] + 2 if index else 9
        return self.numbers[row][before : self.columns[index] + 2].strip(" []()")


def read_chart(text: str) -> Drawn:
    """A chart with an axis at the bottom, read back."""
    lines = text.splitlines()
    foot = next(index for index, line in enumerate(lines) if line.strip()[:1] == "└")
    left = lines[foot].index("└") + 1
    rows = [" " * left + line[left:] for line in reversed(lines[lines.index("") + 1 : foot])]
    columns = [index for index, character in enumerate(lines[foot]) if character == "┬"]
    numbers = [line for line in lines[foot + 1 :] if line.startswith(("id ", "● before", "○ after"))]
    return Drawn(rows, columns, numbers or lines[foot + 1 :])
