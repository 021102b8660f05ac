"""lesson.py → cells, with every author's error as one line that names file and line."""

import ast
import re
from dataclasses import dataclass

import jupytext

from coursekit.errors import CourseError, LessonError

KEYS = {"lang", "setup", "exercise", "check", "demo", "figure", "given", "answer", "points"}
JUPYTEXT_KEYS = {"title", "cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"}
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


@dataclass
class Cell:
    """One cell of a lesson. `role` is prose, setup, exercise, check, demo, given or answer."""

    role: str
    source: str
    line: int
    name: str = ""
    lang: str = ""
    points: float = 0
    figure: str = ""

    @property
    def is_code(self):
        return self.role not in ("prose", "answer")


@dataclass
class Lesson:
    """The cells of one lesson.py, in order, valid."""

    unit: str
    cells: list[Cell]


def read_lesson(course, unit, exercises):
    """Read and check the lesson of a unit; raises LessonError with all errors found.

    exercises : {name: Exercise} of the unit, from the examiner.
    """
    path = course.lesson(unit)
    shown = path.relative_to(course.root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{shown}: cannot be read: {error}") from None
    try:
        ast.parse(text)
    except SyntaxError as error:
        raise LessonError([f"{shown}:{error.lineno} syntax error: {error.msg}"]) from None
    cells, errors = _cells(text)
    for check in (_paired, _accidents, _solutions, _checks, _demo_names, _answers):
        errors += check(cells, exercises, course.editions)
    if errors:
        raise LessonError(f"{shown}:{line} {message}" for line, message in sorted(errors))
    return Lesson(unit, cells)


def _cells(text):
    """Return the cells of a percent script and the errors in their headers."""
    notebook = jupytext.reads(text, fmt="py:percent")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"# %%( |$)", line)]
    if text.splitlines() and len(lines) != len(notebook.cells):
        return [], [(1, "the file must start with a cell header '# %%', and no text may hold one")]
    cells, errors = [], []
    for line, node in zip(lines, notebook.cells, strict=True):
        keys = {key: value for key, value in node.metadata.items() if key not in JUPYTEXT_KEYS}
        unknown = set(keys) - KEYS
        if unknown:
            errors.append((line, f"unknown key {sorted(unknown)[0]!r}; expected one of: {', '.join(sorted(KEYS))}"))
        role = next((key for key in ("setup", "exercise", "check", "demo", "given", "answer") if key in keys), None)
        if role is None:
            role = "prose"
            if node.cell_type == "code":
                errors.append((line, "a code cell needs one of: setup, exercise=, check=, demo=true, given=true"))
        if (node.cell_type == "markdown") != (role in ("prose", "answer")):
            errors.append((line, f"a cell with {role}= is of the wrong type ({node.cell_type})"))
        name = keys.get(role) if role in ("exercise", "check", "answer") else ""
        if role in ("exercise", "check", "answer") and not re.fullmatch(r"[a-z][a-z0-9_]*", str(name)):
            errors.append((line, f"{role}= is {name!r}; expected a name in small letters"))
        cells.append(
            Cell(
                role,
                node.source,
                line,
                str(name or ""),
                keys.get("lang", ""),
                keys.get("points", 0),
                keys.get("figure", ""),
            )
        )
    if sum(cell.role == "setup" for cell in cells) != 1:
        errors.append((1, "expected exactly one cell with setup=true"))
    return cells, errors


FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.DOTALL)
HEADING = re.compile(r"^#+(?= )", re.MULTILINE)


def _paired(cells, exercises, editions):
    """Text stands in adjacent cells, one for each edition, with equal headings and formulas."""
    index = 0
    while index < len(cells):
        if cells[index].is_code:
            index += 1
            continue
        group = cells[index : index + len(editions)]
        first = group[0]
        if [cell.lang for cell in group] != list(editions) or any(
            (c.role, c.name) != (first.role, first.name) for c in group
        ):
            yield (
                first.line,
                f"text in {first.lang or 'no language'} is not paired; "
                f"expected adjacent cells with lang= {', '.join(editions)}",
            )
            index += 1
            continue
        for other in group[1:]:
            if HEADING.findall(_uncoded(first.source)) != HEADING.findall(_uncoded(other.source)):
                yield (other.line, f"the headings differ from those of lang={first.lang} (line {first.line})")
            mine, theirs = (set(FORMULA.findall(_uncoded(cell.source))) for cell in (first, other))
            for formula in sorted(mine ^ theirs)[:1]:
                where = first.lang if formula in mine else other.lang
                yield (
                    other.line,
                    f"the formulas differ: {' '.join(formula.split())} stands in lang={where} only",
                )
        index += len(group)


def _accidents(cells, exercises, editions):
    """No text becomes something else by accident: struck out between two tildes, or a list after a number.

    Korean ranges (3~5) have a tilde each; a sentence that ends "the result is 5." may wrap before its number.
    """
    for cell in cells:
        text = "" if cell.is_code else FORMULA.sub("", _uncoded(cell.source))
        if re.search(r"(?<!\\)~", text):
            yield (cell.line, r"the text holds a bare ~, and two of them strike out what is between: write \~")
        for number in re.finditer(r"(?<=[^\n]\n)( *)(\d{1,9})[.)](?=\s)", text):
            if not re.search(rf"^{number[1]}{int(number[2]) - 1}[.)] ", text[: number.start()], re.MULTILINE):
                yield (cell.line, f"a line begins with {number[0].strip()!r}, which makes a list: wrap it elsewhere")


def _uncoded(source):
    return re.sub(r"```.*?```|`[^`\n]*`", "", source, flags=re.DOTALL)


def _solutions(cells, exercises, editions):
    """Exercise cells have solution markers and define their subjects; other cells have no markers."""
    seen = {}
    for cell in cells:
        marks = [line.strip() for line in cell.source.splitlines() if line.strip() in (BEGIN, END)]
        if cell.role != "exercise":
            if marks:
                yield (cell.line, f"a solution marker stands outside an exercise cell ({cell.role})")
            continue
        if cell.name not in exercises:
            yield (cell.line, f"[{cell.name}] unknown exercise; the examiner has: {', '.join(exercises)}")
            continue
        if cell.name in seen:
            yield (cell.line, f"[{cell.name}] duplicate name; first used at line {seen[cell.name]}")
        seen.setdefault(cell.name, cell.line)
        if not marks or marks != [BEGIN, END] * (len(marks) // 2):
            yield (
                cell.line,
                f"[{cell.name}] missing solution marker; expected pairs of '{BEGIN}' and '{END}'",
            )
        missing = set(exercises[cell.name].subjects) - _bound(cell.source)
        if missing:
            yield (
                cell.line,
                f"[{cell.name}] does not define {', '.join(sorted(missing))}, which its check uses",
            )
    for name in exercises:
        if name not in seen:
            yield (1, f"[{name}] the examiner has this exercise, the lesson has not")


def _checks(cells, exercises, editions):
    """Each exercise is checked once, after it, with its subjects in order."""
    done, checked = set(), {}
    for cell in cells:
        if cell.role == "exercise":
            done.add(cell.name)
        if cell.role != "check" or cell.name not in exercises:
            if cell.role == "check":
                yield (cell.line, f"[{cell.name}] unknown exercise in check=")
            continue
        if cell.name in checked:
            yield (cell.line, f"[{cell.name}] duplicate check; first at line {checked[cell.name]}")
        if cell.name not in done:
            yield (cell.line, f"[{cell.name}] the check stands before its exercise")
        checked.setdefault(cell.name, cell.line)
        expected = f'check("{cell.name}", {", ".join(exercises[cell.name].subjects)})'
        if cell.source.strip() != expected:
            yield (cell.line, f"[{cell.name}] expected exactly: {expected}")
    for name in done & set(exercises) - set(checked):
        yield (1, f"[{name}] has no check cell")


def _demo_names(cells, exercises, editions):
    """No later cell reads a name that a demo cell binds: grading skips demo cells."""
    bound = {}
    for cell in cells:
        if not cell.is_code:
            continue
        names, reads = _bound(cell.source), _read(cell.source)
        for name in sorted(reads & set(bound)):
            yield (
                cell.line,
                f"reads {name!r}, which the demo cell at line {bound[name]} binds; grading skips demo cells",
            )
        if cell.role == "demo":
            bound.update({name: cell.line for name in names if name not in _earlier(cells, cell)})
        else:
            for name in names:
                bound.pop(name, None)


def _earlier(cells, until):
    """Names that cells before `until` bind for good."""
    names = set()
    for cell in cells:
        if cell is until:
            break
        if cell.is_code and cell.role != "demo":
            names |= _bound(cell.source)
    return names


def _bound(source):
    """Names that a cell binds at its top level."""
    names = set()
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        else:
            names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return names


def _read(source):
    """Names that a cell takes from earlier cells."""
    tree = ast.parse(source)
    read = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    stored = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    arguments = {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
    return read - _bound(source) - stored - arguments


def _answers(cells, exercises, editions):
    """Written answers have points and a name of their own."""
    seen = {}
    for cell in cells:
        if cell.role != "answer":
            continue
        if not isinstance(cell.points, (int, float)) or cell.points <= 0:
            yield (cell.line, f"[{cell.name}] a written answer needs points=, a number above 0")
        if cell.name in exercises or (cell.name, cell.lang) in seen:
            yield (cell.line, f"[{cell.name}] duplicate name")
        seen[cell.name, cell.lang] = cell.line
