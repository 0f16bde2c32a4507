"""What a browser makes of an HTML document: what its own script measures, what axe faults, what it prints."""

import json
import os
import re
import select
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.program import PATIENCE_SECONDS

# A script that has failed reports nothing, ever; a slow one still does within a minute or more.
_MOST_TRIES = 6000
# Pixels: phones, half a window, a desktop. 320 is also what a window of 1280 shows at four times the size.
SCREEN_WIDTHS = (320, 390, 640, 1280)
# Tablets, and the narrowest window with parts side by side (44 em).
TABLET_WIDTHS = (705, 768, 800, 1024)
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--allow-file-access-from-files", "--remote-debugging-pipe",
)  # fmt: skip
# A window is 500 wide at least: a phone is a frame in it. What the page's own script reports is read, once each frame
# has reported.
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
# Rows and items that differ in nothing but words are alike to every rule: of each kind in a list or table two are
# judged, in tables as wide as before. The colour scheme is reported too: a setting that the browser drops would test
# the same page twice.
_AXE = """for (const each of document.querySelectorAll("table")) each.style.minWidth = `${each.offsetWidth}px`
for (const parent of document.querySelectorAll("thead, tbody, tfoot, ul, ol")) {
  const alike = new Map()
  for (const each of [...parent.children]) {
    const kind = each.outerHTML.replace(/>[^<]+</g, ">words<")
    alike.set(kind, (alike.get(kind) ?? 0) + 1)
    if (alike.get(kind) > 2) each.remove()
  }
}
axe.run().then(found => parent.postMessage(JSON.stringify({
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


class Browser:
    """A browser with one tab, which shows one document after another.

    It is led by the Chrome DevTools Protocol: it reads commands at the descriptor 3 and answers at 4, in JSON, each
    ended by a NUL.
    """

    def __init__(self, commands: int, answers: int) -> None:
        """Use `running_browser`."""
        self._commands, self._answers = commands, answers
        self._number, self._unread = 0, b""
        # A tab for each document would cost more than the document.
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._tab: str = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        window = {"width": 1400, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", self._tab, **window)

    def script_result(self, document: Path, *, dark: bool = False) -> Any:
        """What the script of an HTML file has written into its body, as JSON between FOUND and END."""
        self._show(document, dark=dark)
        return json.loads(self._evaluated("document.body && /^FOUND(.*)END$/s.exec(document.body.textContent)?.[1]"))

    def print_to_pdf(self, document: Path, pdf: Path) -> None:
        """Print an HTML file as the browser does."""
        self._show(document)
        self._evaluated('document.readyState == "complete"')
        printed = self._call("Page.printToPDF", self._tab, printBackground=True, preferCSSPageSize=True)
        pdf.write_bytes(b64decode(printed["data"]))

    def reports_of(
        self, html: str, script: str, folder: Path, *, widths: Sequence[int], dark: bool = False
    ) -> dict[int, dict[str, Any]]:
        """What the script reports of the page, for each width (pixels) of its window."""
        # The page forbids every script; for this test it does not.
        html = re.sub(r'<meta http-equiv="Content-Security-Policy".*>', "", html)
        (folder / "page.html").write_text(html.replace("</body>", f"<script>{script}</script></body>"))
        frames = "".join(_FRAME.format(width=width) for width in widths)
        (folder / "frames.html").write_text(_FRAMES.format(frames=frames))
        return dict(zip(widths, self.script_result(folder / "frames.html", dark=dark), strict=True))

    def close(self) -> None:
        """End it."""
        self._call("Browser.close")

    def _show(self, document: Path, *, dark: bool = False) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", self._tab, features=[scheme])
        self._call("Page.navigate", self._tab, url=document.as_uri())

    def _evaluated(self, expression: str) -> Any:
        """The value of an expression of JavaScript once it is true."""
        look = f"""(async () => {{
          let value, tries = {_MOST_TRIES}
          while (!(value = {expression}) && tries--) await new Promise(done => setTimeout(done, 10))
          return value || null
        }})()"""
        answer = self._call("Runtime.evaluate", self._tab, expression=look, awaitPromise=True, returnByValue=True)
        assert answer["result"]["value"] is not None, expression
        return answer["result"]["value"]

    def _call(self, method: str, tab: str | None = None, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters, **({"sessionId": tab} if tab else {})}
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while (answer := self._next_message()).get("id") != self._number:
            pass
        assert "error" not in answer, (method, answer)
        result: dict[str, Any] = answer["result"]
        return result

    def _next_message(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            assert select.select([self._answers], [], [], PATIENCE_SECONDS)[0]
            part = os.read(self._answers, 1 << 20)
            assert part, "the browser has ended"
            self._unread += part
        message, _, self._unread = self._unread.partition(b"\0")
        parsed: dict[str, Any] = json.loads(message)
        return parsed


@contextmanager
def running_browser(folder: Path) -> Iterator[Browser]:
    """A browser that keeps all that is its own in the folder."""
    read_by_browser, commands = os.pipe()
    answers, written_by_browser = os.pipe()
    own = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    with subprocess.Popen(
        [
            "bash", "-c", f'exec chromium "$@" 3<&{read_by_browser} 4>&{written_by_browser}', "bash",
            *_FLAGS, f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1000",
        ],
        pass_fds=(read_by_browser, written_by_browser),
        stderr=subprocess.DEVNULL,
        env=os.environ | own,
    ) as process:  # fmt: skip
        os.close(read_by_browser)
        os.close(written_by_browser)
        try:
            browser = Browser(commands, answers)
            yield browser
            browser.close()
        except BaseException:
            process.kill()
            raise
        finally:
            os.close(commands)
            os.close(answers)
