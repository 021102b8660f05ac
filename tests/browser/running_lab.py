"""A JupyterLab server of the tests' own, and the few things that people do in it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

QUIET = {  # no questions about news, no look for updates
    "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false, "doNotDisturbMode": true}',
}
SLOW = 120_000  # milliseconds until something that must happen counts as not happening


class LabServer:
    """`jupyter lab` in `folder`; the user's own settings, kernels and home folder stay out of it.

    private : an empty folder for the home folder and the log.
    """

    def __init__(self, folder, private):
        self.folder, self.private = Path(folder), Path(private)
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self._process = None

    def start(self):
        """Start the server and wait until it answers."""
        self.private.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        command += [f"--ServerApp.port={self.port}", "--ServerApp.port_retries=0", "--ServerApp.ip=localhost"]
        command += ["--IdentityProvider.token=", f"--ServerApp.root_dir={self.folder}"]
        command += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
        with open(self.private / "server.log", "wb") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + SLOW / 1000
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"JupyterLab did not start:\n{self.log()[-3000:]}")
            time.sleep(0.2)
        return self

    def stop(self):
        """End the server and, in the same process group, its kernels."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._process is None or self._process.poll() is not None:
                return
            os.killpg(self._process.pid, number)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                continue

    def log(self):
        return (self.private / "server.log").read_text(encoding="utf-8", errors="replace")

    def _answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/api", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _environment(self):
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "IPYTHON"))}
        home = self.private / "home"
        folders = {
            "HOME": home,
            "JUPYTER_CONFIG_DIR": home / "config",
            "JUPYTER_DATA_DIR": home / "data",
            "JUPYTER_RUNTIME_DIR": home / "runtime",
            "JUPYTERLAB_SETTINGS_DIR": home / "settings",
            "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
            "IPYTHONDIR": home / "ipython",
            "XDG_CACHE_HOME": home / "cache",
        }
        for folder in folders.values():
            folder.mkdir(parents=True, exist_ok=True)
        for name, text in QUIET.items():
            path = folders["JUPYTERLAB_SETTINGS_DIR"] / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        search = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
        return {**kept, **{key: str(value) for key, value in folders.items()}, "PATH": search}


def _free_port():
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


class OpenNotebook:
    """A notebook that is open in JupyterLab; cells go by their ids, which the build makes from names."""

    def __init__(self, page, server, path):
        import nbformat

        self.page = page
        notebook = nbformat.read(server.folder / path, as_version=4)
        self.places = {cell.id: place for place, cell in enumerate(notebook.cells)}
        workspace = path.replace("/", "-").removesuffix(".ipynb")  # of its own, else earlier tabs come back
        page.goto(f"{server.url}/lab/workspaces/{workspace}/tree/{path}")
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=SLOW)
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=SLOW)

    def cell(self, name):
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{self.places[name]}"]')

    def output(self, name):
        return self.cell(name).locator(".jp-Cell-outputArea")

    def write(self, name, source):
        """Put the source into the editor of a cell, in place of all that it holds, as a paste would."""
        editor = self.cell(name).locator(".cm-content")
        editor.scroll_into_view_if_needed(timeout=SLOW)
        editor.click(timeout=SLOW)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(source)
        last_line = source.splitlines()[-1]
        editor.locator(".cm-line").get_by_text(last_line.strip(), exact=True).last.wait_for(timeout=SLOW)

    def run_all(self):
        """Choose Run > Run All Cells and wait until no cell runs or waits any more."""
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text("Run", exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
        self.wait_for_rest()

    def run(self, name):
        """Run one cell with Shift and Enter."""
        self.cell(name).locator(".cm-content").click(timeout=SLOW)
        self.page.keyboard.press("Shift+Enter")
        self.wait_for_rest()

    def wait_for_rest(self):
        """Wait until the cells that have been started have an execution number or have been given up."""
        self.page.wait_for_function(
            """() => {
                const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
                const texts = prompts.map(prompt => prompt.textContent);
                return texts.some(text => /\\[\\d+\\]/.test(text)) && !texts.some(text => text.includes("*"));
            }""",
            timeout=SLOW,
        )
        self.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=SLOW)

    def show(self, name):
        """Scroll to the output of a cell, to the middle of the window; return the output."""
        output = self.output(name)
        output.wait_for(state="attached", timeout=SLOW)
        for _ in range(2):  # cells on the way get their true heights, which moves the output once more
            output.evaluate("output => output.scrollIntoView({block: 'center'})")
            output.hover(trial=True, timeout=SLOW)  # waits until it is visible and no longer moves
        self.page.mouse.move(0, 0)
        return output
