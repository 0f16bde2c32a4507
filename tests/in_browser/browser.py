"""What a browser makes of an HTML document: what its own script measures, what axe faults, what it prints."""

import json
import re
import subprocess
from collections.abc import Sequence
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.program import PATIENCE_SECONDS

# Pixels: phones, half a window, a desktop. 320 is also what a window of 1280 shows at four times the size.
SCREEN_WIDTHS = (320, 390, 640, 1280)
# Tablets, and the narrowest window with parts side by side (44 em).
TABLET_WIDTHS = (705, 768, 800, 1024)
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
# A window is 500 wide at least: a phone is a frame in it. What the page's own script reports is what is dumped, once
# each frame has reported.
_FRAME = '<iframe src="page.html" style="width: {width}px; height: 900px; border: 0"></iframe>'
_FRAMES = """{frames}
<script>
  const frames = [...document.querySelectorAll("iframe")], reports = new Map()
  onmessage = report => {{
    reports.set(report.source, report.data)
    const all = frames.map(frame => reports.get(frame.contentWindow))
    if (reports.size == frames.length) document.body.textContent = "FOUND[" + all + "]END"
  }}
</script>"""
MEASURED = """onload = () => {
  const all = (what) => [...document.querySelectorAll(what)], root = document.scrollingElement
  const size = (text) => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize)
  const scrolling = all("body *").filter(each => each.scrollWidth > each.clientWidth + 1 && each.matches(".scroll"))
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), broken = [], cut = []
  const right = root.clientWidth
  while (texts.nextNode()) {
    const text = texts.currentNode, parent = text.parentElement
    if (parent.closest("svg, .hidden, details")) continue
    for (const word of text.data.matchAll(/\\S+/g)) {
      const range = document.createRange()
      range.setStart(text, word.index)
      range.setEnd(text, word.index + word[0].length)
      const lines = [...range.getClientRects()]
      const tops = new Set(lines.map(line => Math.round(line.top)))
      const is_usual = /^[^-\\u3000-\\u9fff]{1,15}$/.test(word[0]) && !parent.closest(".breaks")
      if (tops.size > 1 && is_usual) broken.push(word[0])
      if (lines.some(line => line.right > right + 1 || line.left < -1)) cut.push(word[0])
    }
  }
  // What is not displayed has no box and no place in the tree for screen readers.
  const charts = all(".chart > svg").filter(each => each.getBoundingClientRect().width)
  const is_whole = (each) => each.parentElement.scrollWidth <= each.parentElement.clientWidth
    && each.getBoundingClientRect().right <= right + 1
  parent.postMessage(JSON.stringify({
    over: root.scrollWidth - root.clientWidth,
    letters: Math.min(...charts.flatMap(chart => [...chart.querySelectorAll("text")]).map(size)),
    row: Math.max(0, ...all("tr").map(each => each.getBoundingClientRect().height)),
    sideways: scrolling.filter(each => !each.closest("details")).length,
    unreachable: scrolling.filter(each => each.tabIndex != 0 || !each.ariaLabel).length,
    charts: charts.map(each => each.getAttribute("aria-labelledby").split(" ")[0]),
    whole: charts.every(is_whole),
    broken, cut,
  }), "*")
}"""
# The colour scheme is reported too: a flag that the browser has dropped would test the same page twice.
_AXE = """axe.run().then(found => parent.postMessage(JSON.stringify({
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  passed: found.passes.length,
  violations: found.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
}), "*"))"""


def run(*command: str | Path) -> str:
    """What a program writes to standard output; it must not fail."""
    return subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE_SECONDS).stdout.decode()


def row_heads(pdf: Path) -> list[str]:
    """The texts of the cells that a reader of the PDF's structure finds as the heads of rows."""
    tree = run("pdfinfo", "-struct-text", pdf)
    cells = re.findall(r"^ +TH:\n +/Scope /Row\n((?:(?! +(?:TR|TD|TBody|Table)\b).*\n)+)", tree, re.MULTILINE)
    return ["".join(re.findall(r'^ +"(.*)"$', cell, re.MULTILINE)).strip() for cell in cells]


def list_items(pdf: Path) -> list[str]:
    """The texts that a reader of the PDF's structure finds as items of lists, without their marks."""
    tree = run("pdfinfo", "-struct-text", pdf)
    items = re.findall(r'^ +LBody \(block\)\n((?: +".*"\n)+)', tree, re.MULTILINE)
    return ["".join(re.findall(r'^ +"(.*)"$', item, re.MULTILINE)).strip() for item in items]


def axe_script() -> str:
    """The script that reports which rules of axe a page passes and which it breaks."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return f"{Path(spec.origin).with_name('axe.min.js').read_text()}\n{_AXE}"


def print_to_pdf(document: Path, pdf: Path) -> None:
    """Print an HTML file as the browser does."""
    flags = (f"--user-data-dir={pdf.with_suffix('.profile')}", "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    run("chromium", *_FLAGS, *flags, document.as_uri())


def reports_of(
    html: str, script: str, folder: Path, *, widths: Sequence[int], dark: bool = False
) -> dict[int, dict[str, Any]]:
    """What the script reports of the page, for each width (pixels) of its window; one browser shows them all."""
    # The page forbids every script; for this test it does not.
    html = re.sub(r'<meta http-equiv="Content-Security-Policy".*>', "", html)
    (folder / "page.html").write_text(html.replace("</body>", f"<script>{script}</script></body>"))
    frames = "".join(_FRAME.format(width=width) for width in widths)
    (folder / "frames.html").write_text(_FRAMES.format(frames=frames))
    flags = (
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        "--allow-file-access-from-files",
        "--window-size=1400,1000",
        "--virtual-time-budget=20000",
        "--dump-dom",
    )
    dumped = re.search("FOUND(.*)END", run("chromium", *_FLAGS, *flags, (folder / "frames.html").as_uri()), re.DOTALL)
    assert dumped is not None
    return dict(zip(widths, json.loads(unescape(dumped[1])), strict=True))
