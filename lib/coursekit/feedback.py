"""Feedback pages: the graded notebook in the student's language, with nothing in it that could run.

Used by `nbgrader generate_feedback`, formgrader's button and `coursekit grade` alike.
"""

import base64
import hashlib
import json
import re
from functools import cache, lru_cache
from html import unescape
from pathlib import Path

import bleach
import nbformat
from nbconvert.exporters import TemplateExporter
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades
from nnexam.model import Text
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from traitlets import default
from traitlets.config import Config

from coursekit import notes
from coursekit.course import Course
from coursekit.gradebook import one_transaction

MATHJAX_ADDRESS = "https://cdn.jsdelivr.net/npm/mathjax@3.2.2/es5/tex-chtml.js"
MATHJAX = """
window.MathJax = {tex: {inlineMath: [["$", "$"]], processEscapes: true}, loader: {load: ["ui/safe"]}};
"""
WORDS = {
    "score": Text("Score", "점수"),
    "check": Text("Check", "검사"),
    "written": Text("Written answer", "서술형 답안"),
    "answer": Text("Your answer", "제출한 답"),
    "comment": Text("Comment", "의견"),
    "late": Text("Late submission", "늦은 제출"),
    "top": Text("Top", "맨 위로"),
    "pending": Text("not graded yet", "아직 채점하지 않음"),
}
NO_RESPONSE = Text("No response.", "답이 없습니다.")
TAGS = {
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "br",
        "hr",
        "a",
        "img",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
    ),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "span", "div", "sup", "sub", "section"),
}


def _allowed(tag, name, value):
    """Which attributes stay: classes, anchors within the page, links to the web, pictures inside the file."""
    if tag == "a" and name == "href":
        return value.startswith(("#", "https://", "http://", "mailto:"))
    if tag == "img":
        return name == "alt" or (
            name == "src" and value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))
        )
    return name in ("class", "id")


def safe_html(html):
    """Return HTML without anything that could run or load; rendered Markdown goes through here."""
    html = re.sub("&#([1-9][0-9]{3,5});", lambda match: unescape(match[0]), html)  # nbconvert writes Korean headings so
    return bleach.clean(html, tags=TAGS, attributes=_allowed, protocols={"http", "https", "mailto", "data"}, strip=True)


def markdown(cell):
    """Return a Markdown cell as safe HTML, its attached pictures inside."""
    return _markdown(cell.source, json.dumps(cell.get("attachments", {})))


@lru_cache(500)  # the prose of a unit is the same on each student's page
def _markdown(source, attachments):
    for name, bundle in json.loads(attachments).items():
        kind = next((kind for kind in ("image/png", "image/jpeg") if kind in bundle), None)
        if kind:
            data = "".join(bundle[kind].split())
            source = source.replace(f"(attachment:{name})", f"(data:{kind};base64,{data})")
    return safe_html(markdown2html_mistune(source.replace("(attachment:", "(#")))


@lru_cache(500)
def code_html(source):
    """Return Python source as highlighted HTML."""
    return highlight(source, PythonLexer(), HtmlFormatter(cssclass="highlight"))


@cache
def code_style():
    """Return the CSS of ``code_html``."""
    return HtmlFormatter(style="default").get_style_defs(".highlight")


def comment_html(text):
    """Return an instructor's comment, written in Markdown, as safe HTML."""
    return safe_html(markdown2html_mistune(text.replace("(attachment:", "(#")))


def points(value):
    """Write points as people do: 3, 2.5."""
    return f"{round(float(value or 0), 2):g}"


class FeedbackExporter(TemplateExporter):
    """HTML of a graded notebook, in the words of its edition."""

    export_from_notebook = None
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self):
        return ".html"

    @default("template_extension")
    def _template_extension_default(self):
        return ".html.j2"

    @default("template_name")
    def _template_name_default(self):
        return "nnlab_feedback"

    def default_filters(self):
        yield from super().default_filters()
        yield ("markdown", markdown)
        yield ("code_html", code_html)
        yield ("comment_html", comment_html)
        yield ("points", points)

    def from_notebook_node(self, nb, resources=None, **kw):
        ours = nb.metadata.get("nnlab", {})
        edition = ours.get("edition", "en")
        unit = Course.find().units.get(resources["nbgrader"]["assignment"])
        digest = base64.b64encode(hashlib.sha256(MATHJAX.encode("utf-8")).digest()).decode("ascii")
        resources.update(
            edition=edition,
            title=unit.title[edition] if unit else resources["nbgrader"]["notebook"],
            words={key: text.in_(edition) for key, text in WORDS.items()},
            notes=[note.ko if edition == "ko" else note for note in notes.read(nb.metadata)],
            code_style=code_style(),
            mathjax=MATHJAX,
            mathjax_address=MATHJAX_ADDRESS,
            policy=(
                f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                f"font-src https://cdn.jsdelivr.net; script-src 'sha256-{digest}' {MATHJAX_ADDRESS.rpartition('/')[0]}/"
            ),
        )
        return super().from_notebook_node(nb, resources=resources, **kw)


class GetGradesAndPending(GetGrades):
    """nbgrader's own step; also notes which answers still wait for a grade by hand."""

    def _get_score(self, cell, resources):
        super()._get_score(cell, resources)
        name = cell.metadata["nbgrader"]["grade_id"]
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        cell.metadata.nbgrader["pending"] = bool(grade.needs_manual_grade and grade.manual_score is None)


def configure(config):
    """Make nbgrader write its feedback with this exporter."""
    config.GenerateFeedback.preprocessors = [GetGradesAndPending]
    config.GenerateFeedback.exporter_class = FeedbackExporter
    config.FeedbackExporter.template_name = "nnlab_feedback"
    config.FeedbackExporter.extra_template_basedirs = [str(Path(__file__).with_name("templates"))]


def page(course, unit, student, path, url):
    """Return the feedback page of the graded notebook at `path`, as `nbgrader generate_feedback` makes it.

    url : of the gradebook, which has the scores, comments and penalties.
    """
    exporter, gradebook = _exporter(), _gradebook(url)
    names = {"notebook": unit, "assignment": unit, "student": student, "db_url": url}
    with one_transaction(gradebook):
        return exporter.from_notebook_node(nbformat.read(path, as_version=4), {"nbgrader": names})[0]


@cache
def _exporter():
    config = Config()
    configure(config)
    exporter = FeedbackExporter(config=config)
    for step in config.GenerateFeedback.preprocessors:
        exporter.register_preprocessor(step, enabled=True)
    return exporter


@cache
def _gradebook(url):
    return Gradebook(url)
