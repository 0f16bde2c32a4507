"""HTML as a strict parser reads it."""

from xml.etree.ElementTree import Element

import html5lib


def parsed(html: str) -> Element:
    """The document, by a parser that refuses every fault."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return root
