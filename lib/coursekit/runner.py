"""Run a rebuilt notebook in the sandbox and collect what its checks hand out.

When the kernel hangs, dies or takes too much, it is replaced, the cells before are run again, and work goes on with
the next cell: a student loses the exercise that did it, not those before and behind it.
"""

import time

from nbformat.v4 import new_output
from nnlab import wire

from coursekit import kernels
from coursekit.kernel import DIED, GONE
from coursekit.outputs import Outputs

NO_TIME = "notime"


class Run:
    """One submission's cells, run in as many kernels as it takes.

    notebook : the rebuilt notebook; outputs of cells that are no checks are put into it.
    unit     : the UnitInfo.
    papers   : {exercise: paper}, see ``nnexam.verdict``.
    """

    def __init__(self, notebook, unit, papers, sandboxed):
        self.notebook, self.unit, self.sandboxed = notebook, unit, sandboxed
        self.papers = {name: wire.dumps(paper) for name, paper in papers.items()}
        self.deadline = time.monotonic() + unit.limits["total_seconds"]
        self.cpu_left = unit.limits["total_cpu_seconds"]
        self.output_left = 20 * unit.limits["output_mb"]  # of all cells together
        self.stopped = {}  # index of a cell → why it was stopped; it is not run again
        self.gone = set()  # indices of cells during which the sandbox ended; they are tried once more
        self.kernel = None
        self.cpu = {"start of kernels": 0.0, "student's cells and checks": 0.0}  # seconds in the kernels

    def all(self):
        """Run every cell that grading wants. Returns {exercise: what was handed in}."""
        handed_in = {}
        try:
            for index, cell in enumerate(self.notebook.cells):
                if cell.metadata.nnlab.role == "check":
                    handed_in[exercise_of(cell)] = self._check(index, cell)
                elif _runs(cell):
                    outputs, stopped = self._execute(index, cell)
                    if stopped:
                        self.stopped[index] = stopped
                        outputs.kept.append(new_output("stream", name="stderr", text=f"[nnlab] stopped: {stopped}\n"))
                    cell.outputs = outputs.cells()
        finally:
            self._stop()
        return handed_in

    def again(self, name, source):
        """Run the check `name` alone, in a new kernel and after `source`. Returns what was handed in."""
        index = next(i for i, c in enumerate(self.notebook.cells) if c.id == f"check_{name}")
        try:
            self._execute(index, self.notebook.cells[index], source)
            return self._check(index, self.notebook.cells[index])
        finally:
            self._stop()

    def _check(self, index, cell):
        """Return the answers to a check, or a dict with `stopped`."""
        again = f'check = __import__("nnlab").Unit("{self.unit.name}").check\n'
        outputs, stopped = self._execute(index, cell, again + cell.source)
        if stopped:
            return {"stopped": stopped}
        if outputs.answers is None:
            none = f"no answers arrived, or more than {self.unit.limits['answers_mb']:g} MB of them"
            return {"stopped": "refused", "why": outputs.error or none}
        try:
            return wire.loads(outputs.answers, self.unit.limits["answers_mb"] * 10**6)
        except wire.WireError as error:
            return {"stopped": "refused", "why": str(error)[:300]}

    def _execute(self, index, cell, source=None):
        """Run the source in the place of a cell; returns (its Outputs, None or why it was stopped)."""
        limits = self.unit.limits_of(exercise_of(cell))
        limits = {**limits, "output_mb": min(limits["output_mb"], max(self.output_left, 0.01))}
        if self.kernel is None and not self._start(index):
            return Outputs(limits), NO_TIME
        left = self.deadline - time.monotonic()
        if left <= 0:
            return Outputs(limits), NO_TIME
        limits = {**limits, "cell_seconds": min(left, limits["cell_seconds"])}
        outputs, stopped = self.kernel.run(cell.source if source is None else source, limits)
        self.output_left -= outputs.size / 10**6
        if stopped:
            self._stop()
        if stopped == GONE and index not in self.gone:
            self.gone.add(index)
            return self._execute(index, cell, source)
        return outputs, DIED if stopped == GONE else stopped

    def _start(self, before):
        """Start a kernel and run the cells before `before` that are no checks and were not stopped."""
        while self.cpu_left > 0 and time.monotonic() < self.deadline:
            self.kernel = kernels.start(self.unit, self.papers, self.cpu_left, self.sandboxed)
            for index, cell in enumerate(self.notebook.cells[:before]):
                if _runs(cell) and index not in self.stopped:
                    _, stopped = self._execute(index, cell)
                    if stopped:
                        self.stopped[index] = stopped
                        break
            else:
                return True
        return False

    def _stop(self):
        if self.kernel is not None:
            self.kernel.stop()
            process = self.kernel.process
            self.cpu_left -= process.cpu
            self.cpu["start of kernels"] += process.start_cpu
            self.cpu["student's cells and checks"] += process.cpu - process.start_cpu
            self.kernel = None


def exercise_of(cell):
    """Return the name of the exercise that a cell belongs to, or None."""
    if cell.metadata.nnlab.role not in ("exercise", "check"):
        return None
    return cell.metadata.nbgrader.grade_id.removeprefix("check_")


def _runs(cell):
    return cell.cell_type == "code" and cell.metadata.nnlab.role not in ("check", "demo")
