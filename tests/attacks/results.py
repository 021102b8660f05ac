"""What stands in the results of grading: gradebook, graded notebooks, feedback pages."""

import json
import sqlite3
from html.parser import HTMLParser

from tests.attacks.model import UNIT

PLAIN = {"text/plain", "image/png", "image/jpeg"}
ADDRESSES = ("http://", "https://", "#", "mailto:", "data:image/png;base64,", "data:image/jpeg;base64,")
GRADES = """
    select student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.extra_credit,
           grade.needs_manual_grade, grade_cells.max_score
    from grade
    join submitted_notebook on grade.notebook_id = submitted_notebook.id
    join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
    join student on submitted_assignment.student_id = student.id
    join base_cell on grade.cell_id = base_cell.id
    join grade_cells on grade_cells.id = base_cell.id
"""
COMMENTS = """
    select student.id, base_cell.name, comment.auto_comment, comment.manual_comment
    from comment
    join submitted_notebook on comment.notebook_id = submitted_notebook.id
    join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
    join student on submitted_assignment.student_id = student.id
    join base_cell on comment.cell_id = base_cell.id
"""


def rows(course, query):
    with sqlite3.connect(f"file:{course.root / 'gradebook.db'}?mode=ro", uri=True) as book:
        return sorted(book.execute(query).fetchall(), key=repr)


def grades(course):
    """Return {student: {cell: (score, manual score, extra credit, waits for a grade by hand, points)}}."""
    found = {}
    for student, cell, *grade in rows(course, GRADES):
        found.setdefault(student, {})[cell] = tuple(grade)
    return found


def scores(course, student):
    """Return {exercise: points} of the checks of a student, from the gradebook."""
    found = grades(course)[student]
    return {cell.removeprefix("check_"): grade[0] for cell, grade in found.items() if cell.startswith("check_")}


def notebook_path(course, student):
    return course.root / "autograded" / student / UNIT / f"{UNIT}.ipynb"


def graded(course, student):
    return json.loads(notebook_path(course, student).read_text(encoding="utf-8"))


def feedback(course, student):
    return (course.root / "feedback" / student / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")


def outputs(tree):
    """Return the pairs (cell, output) of a graded notebook."""
    return [(cell, output) for cell in tree["cells"] for output in cell.get("outputs", [])]


class _Page(HTMLParser):
    """Collects what a browser would run or load."""

    def __init__(self):
        super().__init__()
        self.found, self.open = [], None

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "iframe", "object", "embed", "form", "base", "frame", "applet", "link"):
            self.found.append((tag, sorted(attributes)))
            self.open = tag
        for name, value in attributes:
            value = (value or "").strip().lower()
            if name.startswith("on") or name == "srcdoc" or (tag == "meta" and name == "http-equiv"):
                self.found.append((tag, name, value))
            if name in ("href", "src", "action", "xlink:href") and not value.startswith(ADDRESSES):
                self.found.append((tag, name, value))

    def handle_data(self, data):
        if self.open == "script":
            self.found.append(data)

    def handle_endtag(self, tag):
        self.open = None


def active(html):
    """Return what in an HTML text (or its lines) runs, loads or leads somewhere unusual, in its order."""
    page = _Page()
    page.feed("".join(html))
    page.close()
    return page.found
