"""The shapes of a vector drawing, each as one SVG element. Lengths are in units of the drawing; y grows downwards."""

from html import escape

# Mid-tones with a contrast of 4:1 or more on white and on the near black of a dark page. The shapes differ, too.
ARRIVAL, LEAVING = "#2f7abf", "#bd5f1c"
INK = "currentColor"
PARENTHESIS_WIDTH = 1.2  # of its line


def line(x1: float, y1: float, x2: float, y2: float, *, thick: float = 1, dashes: str = "", more: str = "") -> str:
    """A straight line in the colour of the words; `more` are further attributes, such as another `stroke`."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    coloured = "" if "stroke=" in more else f' stroke="{INK}"'
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends}{coloured} stroke-width="{number(thick)}"{dashed}{more}/>'


def circle(x: float, y: float, radius: float, *, fill: str, stroke: str = INK, thick: float = 1.5) -> str:
    """A circle around a point."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {place} fill="{escape(fill)}" stroke="{stroke}" stroke-width="{number(thick)}"/>'


def cross(x: float, y: float, reach: float = 3.2) -> str:
    """A plus sign whose arms are `reach` long."""
    across, down = f"M{number(x - reach)} {number(y)}h{number(2 * reach)}", f"M{number(x)} {number(y - reach)}"
    return f'<path d="{across}{down}v{number(2 * reach)}" stroke="{INK}" stroke-width="1.3"/>'


def arrowhead_up(x: float, y: float, reach: float, *, fill: str, stroke: str = INK, thick: float = 1.5) -> str:
    """A triangle pointing up, with its middle at the point."""
    corners = f"M{number(x - reach)} {number(y + reach)}h{number(2 * reach)}L{number(x)} {number(y - 1.2 * reach)}z"
    return f'<path d="{corners}" fill="{escape(fill)}" stroke="{stroke}" stroke-width="{number(thick)}"/>'


def box(
    x: float, y: float, width: float, height: float, *, fill: str = INK, stroke: str = "", rounded: float = 0
) -> str:
    """A rectangle with its upper left corner at the point; `rounded` is the radius of its corners."""
    outline = f' stroke="{stroke}" stroke-width="1.4"' if stroke else ""
    r = number(rounded)
    corner = f"a{r} {r} 0 0 1" if rounded else ""
    turns = (
        [f"{corner} {r} {r}", f"{corner} -{r} {r}", f"{corner} -{r} -{r}", f"{corner} {r} -{r}"]
        if rounded
        else [""] * 4
    )
    across, down = number(width - 2 * rounded), number(height - 2 * rounded)
    sides = f"h{across}{turns[0]}v{down}{turns[1]}h-{across}{turns[2]}v-{down}{turns[3]}z"
    return f'<path d="M{number(x + rounded)} {number(y)}{sides}" fill="{escape(fill)}"{outline}/>'


def parentheses(x: float, y: float, reach: float) -> str:
    """A pair of round brackets around a point; the ends of each are `reach` away from it, its middle a quarter more."""
    high, bend = number(1.1 * reach), number(0.5 * reach)
    arc = "M{x} {y}q{bend} {high} 0 {full}"
    top, full = number(y - 1.1 * reach), number(2.2 * reach)
    left = arc.format(x=number(x - reach + 0.2), y=top, bend=f"-{bend}", high=high, full=full)
    right = arc.format(x=number(x + reach - 0.2), y=top, bend=bend, high=high, full=full)
    return f'<path d="{left}{right}" fill="none" stroke="{INK}" stroke-width="{PARENTHESIS_WIDTH}"/>'


def bracket(x: float, y: float, reach: float, bend: float, *, stroke: str = INK) -> str:
    """One thin round bracket, `reach` up and down from the point, that bends `bend` to the right (below 0: left)."""
    curve = f"M{number(x)} {number(y - reach)}q{number(2 * bend)} {number(reach)} 0 {number(2 * reach)}"
    return f'<path d="{curve}" fill="none" stroke="{escape(stroke)}"/>'


def text(
    x: float,
    y: float,
    words: str,
    anchor: str = "start",
    *,
    fill: str = "",
    size: float | None = None,
    is_bold: bool = False,
) -> str:
    """Words on the line y that start, end or have their middle at x, as `anchor` says (`start`, `end`, `middle`).

    `size` (None: that of the drawing) and weight are set as styles, so that the page around the drawing cannot change
    them.
    """
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    coloured = f' fill="{escape(fill)}"' if fill else ""
    styles = [f"font-size:{number(size)}px"] if size else []
    styles += ["font-weight:bold"] if is_bold else []
    styled = f' style="{";".join(styles)}"' if styles else ""
    return f'<text x="{number(x)}" y="{number(y)}"{placed}{coloured}{styled}>{escape(words)}</text>'


def moved(element: str, x: float, y: float) -> str:
    """The element with its own origin at the point."""
    return f'<g transform="translate({number(x)} {number(y)})">{element}</g>'


def number(value: float) -> str:
    """A length rounded to a tenth of a unit, `12` for 12.0."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded
