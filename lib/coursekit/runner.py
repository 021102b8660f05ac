"""Run a rebuilt notebook in the sandbox and collect what its checks hand out.

When the kernel hangs or dies it is replaced, the cells before are run again, and work goes on with the
next cell: a student loses the exercise that hung, not those before and behind it.
"""

import asyncio
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nnlab import wire
from nnlab.unit import ANSWERS_MIME

from coursekit.rebuild import is_base64
from coursekit.sandbox import make_kernel

TIMEOUT, DIED, NO_TIME = "timeout", "died", "notime"


def run(notebook, unit, papers, sandboxed, injected=None):
    """Run the code cells of `notebook` that grading wants; their outputs are put into the notebook.

    unit     : the UnitInfo.
    papers   : {exercise: paper}, see ``nnexam.verdict``.
    injected : {exercise: source}: run only these checks, each after this source (see ``grading``).
    Returns {exercise: what was handed in}: a dict with `answers`, or with `stopped`.
    """
    work = _Run(notebook, unit, papers, sandboxed, injected)
    with ThreadPoolExecutor(1) as thread:  # formgrader calls from within its own event loop
        return thread.submit(lambda: asyncio.run(work.all())).result()


class _Run:
    def __init__(self, notebook, unit, papers, sandboxed, injected):
        self.notebook, self.unit, self.sandboxed, self.injected = notebook, unit, sandboxed, injected
        self.papers = papers
        self.deadline = time.monotonic() + unit.limits["total_seconds"]
        self.poisoned = set()  # cells that hung or killed the kernel
        self.client = None

    async def all(self):
        handed_in = {}
        with tempfile.TemporaryDirectory(prefix="nnlab-") as scratch:
            self.scratch = Path(scratch)
            self.cases = self.scratch / "cases"
            self.cases.mkdir()
            for name, paper in self.papers.items():
                (self.cases / f"{name}.json").write_text(wire.dumps(paper), encoding="utf-8")
            try:
                for index, cell in enumerate(self.notebook.cells):
                    role = cell.metadata.nnlab.role
                    if role == "check":
                        handed_in.update(await self._check(index, cell))
                    elif cell.cell_type == "code" and role != "demo":
                        await self._plain(index, cell)
            finally:
                await self._stop()
        return handed_in

    async def _check(self, index, cell):
        name = cell.metadata.nbgrader.grade_id.removeprefix("check_")
        if self.injected is not None and name not in self.injected:
            return {}
        if self.injected is not None:
            await self._execute(index, new_code_cell(self.injected[name]))
        again = f'check = __import__("nnlab").Unit("{self.unit.name}").check\n'
        trial = new_code_cell(again + cell.source)
        stopped = await self._execute(index, trial)
        if stopped:
            return {name: {"stopped": stopped}}
        texts = [o.data[ANSWERS_MIME] for o in trial.outputs if ANSWERS_MIME in o.get("data", {})]
        if not texts:
            error = next((o for o in trial.outputs if o.output_type == "error"), None)
            return {name: {"stopped": "refused", "why": f"{error.ename}: {error.evalue}"[:300] if error else ""}}
        try:
            return {name: wire.loads(texts[-1])}
        except wire.WireError as error:
            return {name: {"stopped": "refused", "why": str(error)[:300]}}

    async def _plain(self, index, cell):
        trial = new_code_cell(cell.source)
        stopped = await self._execute(index, trial)
        if stopped:
            self.poisoned.add(index)
        cell.outputs = clean_outputs(trial.outputs, self.unit.limits["output_mb"] * 10**6)
        if stopped:
            cell.outputs.append(new_output("stream", name="stderr", text=f"[nnlab] stopped: {stopped}\n"))

    async def _execute(self, index, cell):
        """Run one cell; return None, or why it was stopped."""
        if time.monotonic() > self.deadline:
            return NO_TIME
        if self.client is None and not await self._start(index):
            return DIED
        try:
            await self.client.async_execute_cell(cell, index)
        except (CellTimeoutError, TimeoutError):
            await self._stop()
            return TIMEOUT
        except DeadKernelError:
            await self._stop()
            return DIED
        return None

    async def _start(self, before):
        """Start a kernel and run the cells before `before` that neither check nor hang."""
        folder = Path(tempfile.mkdtemp(prefix="kernel-", dir=self.scratch))
        manager = make_kernel(folder, self.cases, self.unit, self.sandboxed)
        await manager.start_kernel(**manager.options)
        self.client = NotebookClient(
            new_notebook(cells=[new_code_cell() for _ in self.notebook.cells]),  # it writes into its own notebook
            km=manager,
            timeout=self.unit.limits["cell_seconds"],
            interrupt_on_timeout=False,
            allow_errors=True,
            store_widget_state=False,
            startup_timeout=60,
        )
        self.client.kc = manager.client()
        self.client.kc.start_channels()
        await self.client.kc.wait_for_ready(timeout=60)
        self.client.kc.allow_stdin = False
        for index, cell in enumerate(self.notebook.cells[:before]):
            role = cell.metadata.nnlab.role
            if cell.cell_type != "code" or role in ("check", "demo") or index in self.poisoned:
                continue
            stopped = await self._execute(index, new_code_cell(cell.source))
            if stopped == NO_TIME:
                return False
            if stopped:
                self.poisoned.add(index)
                return await self._start(before)
        return True

    async def _stop(self):
        client, self.client = self.client, None
        if client is None:
            return
        client.kc.stop_channels()
        manager = client.km
        await manager.shutdown_kernel(now=True)


def clean_outputs(outputs, limit):
    """Keep of student outputs what can run nothing in a browser: text, errors, PNG and JPEG."""
    kept, left = [], limit
    for output in outputs:
        if output.output_type == "stream":
            text = str(output.text)[: max(left, 0)]
            left -= len(output.text)
            if left < 0:
                text += "\n[nnlab] … the rest of the output is left out\n"
            kept.append(new_output("stream", name=output.name, text=text))
        elif output.output_type == "error":
            lines = [str(line)[:2000] for line in output.traceback][-40:]
            kept.append(
                new_output("error", ename=str(output.ename)[:200], evalue=str(output.evalue)[:1000], traceback=lines)
            )
        else:
            data = {
                kind: value
                for kind, value in output.get("data", {}).items()
                if kind in ("image/png", "image/jpeg") and is_base64(value)
            }
            if "text/plain" in output.get("data", {}):
                data["text/plain"] = str(output.data["text/plain"])[:20_000]
            left -= sum(map(len, data.values()))
            kept.append(new_output("display_data", data=data))
        if left < 0:
            break
    return kept
