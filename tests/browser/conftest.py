"""Fixtures of the tests in a browser: Chromium, pages, JupyterLab servers, pictures of what they show."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCREENSHOTS = HERE / "screenshots"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
NEEDED = {"playwright": "playwright", "jupyterlab": "JupyterLab", "nbgrader": "nbgrader"}


def _missing():
    """Say in one sentence why nothing here can run; None where everything is there."""
    packages = [title for name, title in NEEDED.items() if importlib.util.find_spec(name) is None]
    if CHROMIUM is None:
        packages.append("chromium")
    if packages:
        return f"found no {' and no '.join(packages)}: the tests that drive a browser need it, so they are skipped"
    return None


def pytest_collection_modifyitems(items):
    reason = _missing()
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import expect, sync_playwright

    from .running_lab import SLOW

    expect.set_options(timeout=SLOW)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def new_page(browser):
    """A function that opens a page in a fresh profile."""
    contexts = []

    def open_page(width=1200):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, locale="en-US"))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def start_lab(tmp_path_factory):
    """A function that starts JupyterLab in a folder; all servers end with the module's tests."""
    from .running_lab import LabServer

    servers = []

    def start(folder):
        servers.append(LabServer(folder, tmp_path_factory.mktemp("private")))
        return servers[-1].start()

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def picture():
    """A function that saves a picture of a page or of a part of it under a name."""
    SCREENSHOTS.mkdir(exist_ok=True)

    def save(shown, name):
        shown.screenshot(path=SCREENSHOTS / f"{name}.png")

    return save
