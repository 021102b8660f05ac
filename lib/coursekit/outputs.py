"""What a student's cell wrote, kept within limits and without anything that could run in a browser."""

from nbformat.v4 import new_output
from nnlab.unit import ANSWERS_MIME

from coursekit.rebuild import is_base64

MAX_OUTPUTS = 1000  # of one cell
MAX_LINE = 2000
PICTURES = ("image/png", "image/jpeg")
CUT = "\n[nnlab] … the rest of the output is left out\n"


class Outputs:
    """The outputs of one cell: text, errors, PNG and JPEG pictures; beside them the answers to a check."""

    def __init__(self, limits):
        self.limit = self.left = int(limits["output_mb"] * 10**6)  # characters
        self.answers_limit = limits["answers_mb"] * 1.4 * 10**6  # as base64
        self.kept = []
        self.answers = None  # text of the last answers that were handed out
        self.error = None  # "Type: message" of an error
        self.cut = False
        self.clear_next = False

    def add(self, kind, content):
        """Take in one message; `content` may be anything that a stranger wrote."""
        content = _whole(content)
        if kind == "clear_output":
            self.clear_next = bool(content.get("wait"))
            if not self.clear_next:
                self.kept.clear()
        elif kind == "stream":
            self._stream(str(content.get("name")), str(content.get("text")))
        elif kind == "error":
            self._error(content)
        elif kind in ("display_data", "execute_result"):
            self._data(content.get("data"))

    def _room(self, length, whole=True):
        """Count the characters; returns whether they still fit, or, where not `whole`, the first of them."""
        if self.clear_next:
            self.kept.clear()
            self.clear_next = False
        fits = len(self.kept) < MAX_OUTPUTS and self.left >= (length if whole else 1)
        self.left -= length
        self.cut = self.cut or not fits or self.left < 0
        return fits

    def _stream(self, name, text):
        before = max(self.left, 0)
        if not self._room(len(text), whole=False):
            return
        name, text = "stderr" if name == "stderr" else "stdout", text[:before]
        if self.kept and self.kept[-1].output_type == "stream" and self.kept[-1].name == name:
            self.kept[-1].text += text
        else:
            self.kept.append(new_output("stream", name=name, text=text))

    def _error(self, content):
        name, value = str(content.get("ename"))[:200], str(content.get("evalue"))[:1000]
        self.error = f"{name}: {value}"[:300]
        lines = content.get("traceback")
        lines = [str(line)[:MAX_LINE] for line in (lines if isinstance(lines, list) else [])[-40:]]
        if self._room(sum(map(len, lines))):
            self.kept.append(new_output("error", ename=name, evalue=value, traceback=lines))

    def _data(self, data):
        if not isinstance(data, dict):
            return
        answers = data.get(ANSWERS_MIME)
        if answers is not None:
            self.answers = answers if isinstance(answers, str) and len(answers) < self.answers_limit else ""
            return
        kept = {kind: data[kind] for kind in PICTURES if is_base64(data.get(kind))}
        if "text/plain" in data:
            kept["text/plain"] = str(data["text/plain"])[:20_000]
        if kept and self._room(sum(map(len, kept.values()))):
            self.kept.append(new_output("display_data", data=kept))

    @property
    def size(self):
        """Characters that were kept, about."""
        return self.limit - max(self.left, 0)

    def cells(self):
        """Return the outputs as the notebook keeps them."""
        return [*self.kept, new_output("stream", name="stderr", text=CUT)] if self.cut else self.kept


def _whole(value, depth=0):
    """Return a copy of what JSON gave, without half characters (which no file can hold) and nested only so deep."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if depth > 4:
        return None
    if isinstance(value, dict):
        return {key: _whole(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole(item, depth + 1) for item in value]
    return value
