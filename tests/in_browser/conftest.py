"""One browser for all tests of a process: to start it costs more than most of them."""

from collections.abc import Iterator

import pytest

from tests.in_browser.browser import Browser, running_browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that keeps nothing from one document to the next."""
    with running_browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser
