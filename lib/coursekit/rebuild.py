"""A stranger's notebook → the release notebook with the student's own source in it.

Only source text (and pictures in written answers) is taken from a submission. Everything else, the
checks, ids, points and metadata, comes from the instructor's release, so there is nothing to forge.
"""

import copy
import json
import re
from dataclasses import dataclass, field
from html import unescape

import nbformat
from nbformat.v4 import new_code_cell

from coursekit.notes import Note

PICTURES = ("image/png", "image/jpeg")
MAX_CELLS = 2000
MAX_SOURCE = 200_000  # characters of one cell


@dataclass
class Rebuilt:
    """A notebook that is ours but for the source of the answers, and what there is to say about it."""

    notebook: nbformat.NotebookNode
    edition: str
    notes: list[Note] = field(default_factory=list)


def rebuild(course, unit, path):
    """Return the Rebuilt submission at `path`; an unreadable one becomes a notebook without answers."""
    notes = []
    limit = course.units[unit].limits["submission_mb"] * 2**20
    try:
        submitted = read_submission(path, limit)
    except ValueError as error:
        submitted = {"cells": [], "metadata": {}}
        name = path.name.encode("utf-8", "replace").decode("utf-8")  # a zip from elsewhere may have other letters
        notes.append(
            Note(
                f"{name} could not be read ({error}), so it counts as empty: ask for it again",
                f"{name} 파일을 읽을 수 없어({error}) 빈 답안으로 처리했습니다. 파일을 다시 내 주십시오.",
            )
        )
    meta = _dict(_dict(submitted.get("metadata")).get("nnlab"))
    edition = meta.get("edition") if meta.get("edition") in course.editions else course.editions[0]
    release = nbformat.read(course.release(unit, edition), as_version=4)
    stamp = release.metadata.nnlab.release
    if len(submitted["cells"]) > MAX_CELLS:
        count = len(submitted["cells"])
        notes.append(
            Note(
                f"{count} cells; the first {MAX_CELLS} were read",
                f"셀 {count}개 가운데 앞의 {MAX_CELLS}개만 읽었습니다.",
            )
        )
    if submitted["cells"] and meta.get("release", stamp) != stamp:
        notes.append(
            Note(
                "made from another release of the unit: graded on the exercises that both have",
                "다른 배포본으로 작성한 노트북입니다. 두 배포본에 모두 있는 문제만 채점했습니다.",
            )
        )
    return Rebuilt(_merge(release, _cells(submitted)), edition, notes)


def read_submission(path, limit):
    """Read a notebook file as plain data: a dict with `cells`. Raises ValueError, in a few words."""
    if path.is_symlink() or path.parent.is_symlink():
        raise ValueError("a link, not a file")
    try:
        if path.exists() and not path.is_file():
            raise ValueError("not an ordinary file")
        size = path.stat().st_size
        if size > limit:
            raise ValueError(f"{size / 2**20:.0f} MB, more than {limit / 2**20:.0f}")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("not UTF-8 text") from None
    except OSError as error:
        raise ValueError(error.strerror or "no file") from None
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("not a notebook: its JSON is damaged") from None
    if not isinstance(tree, dict):
        raise ValueError("not a notebook: no object at its top")
    if isinstance(tree.get("worksheets"), list):  # nbformat 3
        tree["cells"] = [cell for sheet in tree["worksheets"] for cell in _list(_dict(sheet).get("cells"))]
    if not isinstance(tree.get("cells"), list):
        raise ValueError("not a notebook: it has no cells")
    return tree


@dataclass
class _Submitted:
    kind: str
    source: str
    grade_id: str
    cell_id: str
    attachments: dict


def _cells(tree):
    for cell in tree["cells"][:MAX_CELLS]:
        cell = _dict(cell)
        source = cell.get("source", cell.get("input", ""))
        if isinstance(source, list):
            source = "".join(part for part in source if isinstance(part, str))
        if not isinstance(source, str):
            continue
        source = source.encode("utf-8", "replace").decode("utf-8")[:MAX_SOURCE]
        marked = _dict(_dict(cell.get("metadata")).get("nbgrader"))
        yield _Submitted(
            "code" if cell.get("cell_type") == "code" else "markdown",
            source,
            str(marked.get("grade_id")),
            str(cell.get("id")),
            _dict(cell.get("attachments")),
        )


def _merge(release, submitted):
    """Put the submitted sources in their places; other code becomes added cells between its neighbours."""
    ours, places = release.cells, _Places(release.cells)
    filled, before, after = set(), {}, {}
    anchor, waiting = -1, []  # the last place that was found, and code since then that has none
    for cell in submitted:
        place = places.find(cell)
        if place is None or (place in filled and ours[place].metadata.nnlab.role == "exercise"):
            if cell.kind == "code" and cell.source.strip():  # JupyterLab's split copies the grade id
                waiting.append(cell.source)
            continue
        if place > anchor:  # behind whatever stub stands between the two: it may be its answer without metadata
            before.setdefault(place, []).extend(waiting)
        else:
            after.setdefault(anchor, []).extend(waiting)
        waiting, anchor = [], place
        role = ours[place].metadata.nnlab.role
        if role == "exercise" and cell.kind == "code":
            ours[place].source = cell.source
            filled.add(place)
        elif role == "answer":
            text = defuse(cell.source)
            ours[place].source = ours[place].source + "\n\n" + text if place in filled else text
            _attach(ours[place], cell.attachments)
            filled.add(place)
        elif role in ("demo", "given", "setup") and cell.kind == "code" and cell.source != ours[place].source:
            after.setdefault(place, []).append(cell.source)
    after.setdefault(len(ours) - 1, []).extend(waiting)
    release.cells = []
    for index in range(-1, len(ours)):
        added = before.get(index, [])
        release.cells += [_added(source, len(release.cells) + n) for n, source in enumerate(added)]
        if index >= 0:
            release.cells.append(ours[index])
        added = after.get(index, [])
        release.cells += [_added(source, len(release.cells) + n) for n, source in enumerate(added)]
    return release


class _Places:
    """Where in the release a submitted cell belongs: by grade id, by cell id, or by equal source."""

    def __init__(self, ours):
        self.by_grade_id = {c.metadata.nbgrader.grade_id: i for i, c in enumerate(ours) if "nbgrader" in c.metadata}
        self.by_id = {cell.id: i for i, cell in enumerate(ours)}
        self.by_source = {cell.source.strip(): i for i, cell in enumerate(ours) if cell.source.strip()}

    def find(self, cell):
        for table, key in (
            (self.by_grade_id, cell.grade_id),
            (self.by_id, cell.cell_id),
            (self.by_source, cell.source.strip()),
        ):
            if key in table:
                return table[key]
        return None


def _added(source, number):
    cell = new_code_cell(source, metadata={"nnlab": {"role": "added"}})
    cell.id = f"added-{number}"
    return cell


def _attach(cell, attachments):
    """Keep the PNG and JPEG pictures that a written answer shows."""
    kept = {}
    for name, bundle in list(attachments.items())[:20]:
        pictures = {kind: data for kind, data in _dict(bundle).items() if kind in PICTURES and is_base64(data)}
        if pictures and re.fullmatch(r"[\w. -]{1,100}", str(name)):
            kept[str(name)] = pictures
    if kept:
        cell["attachments"] = {**cell.get("attachments", {}), **copy.deepcopy(kept)}
    names = cell.get("attachments", {})  # a picture that is not there would stop formgrader's page
    cell.source = re.sub(
        r"attachment:([^\s)\"'>]*)", lambda m: m[0] if m[1] in names else f"(missing) {m[1]}", cell.source
    )


def is_base64(data):
    return isinstance(data, str) and re.fullmatch(r"[A-Za-z0-9+/=\s]*", data) is not None


def defuse(text):
    """Return Markdown that shows what the student wrote and runs nothing.

    A '<' that could open a tag gets a space behind it, which makes it text everywhere. Where a link or
    picture names a scheme that can run code, no bracket of the text makes a link any more.
    """
    text = re.sub(r"<(?=[A-Za-z/!?])", "< ", text)
    seen = re.sub(r"[\s\x00-\x20\\]", "", unescape(unescape(text))).lower()
    if re.search(r"(javascript|vbscript|data|file|blob):", seen):
        text = text.replace("[", "\\[").replace("](", "]\\(")
    return text


def _dict(value):
    return value if isinstance(value, dict) else {}


def _list(value):
    return value if isinstance(value, list) else []
