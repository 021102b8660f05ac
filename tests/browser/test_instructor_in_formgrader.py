"""An instructor grades in formgrader: the autograde button, a written answer by hand, the feedback button."""

import pytest
from coursekit import classroom

UNIT = "u03_activation"
CHECKED, WRITTEN = 20, 3  # points of the unit's checks, of its written answer
DIAGNOSIS = "No maximum is subtracted: exp(1000) is inf, and inf / inf is nan."
COMMENT = "좋습니다. 그런데 그 최댓값은 언제 나옵니까?"


@pytest.fixture
def handed_in(tmp_path):
    """A course without a gradebook, with the submissions of two made-up students."""

    from ..conftest import copy_course

    course = copy_course(tmp_path)
    for pupil in classroom.pupils(course):
        if pupil.name in ("jisoo", "mistake01"):
            path = course.root / "submitted" / pupil.name / UNIT / f"{UNIT}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(classroom.submission(course, UNIT, pupil), encoding="utf-8")
    return course


class Formgrader:
    """Formgrader as JupyterLab shows it: a frame in a tab, opened from the menu."""

    def __init__(self, page, server):
        from .running_lab import SLOW

        page.set_default_timeout(SLOW)
        page.goto(f"{server.url}/lab")
        page.locator(".lm-MenuBar-itemLabel").get_by_text("Nbgrader", exact=True).click()
        page.locator(".lm-Menu-itemLabel").get_by_text("Formgrader", exact=True).click()
        self.page, self.frame = page, page.frame_locator("iframe")
        self.table = self.frame.locator("#main-table")

    def row(self, text):
        return self.table.locator("tr").filter(has_text=text)

    def open_list(self):
        """Go by Manage Assignments to the list of the unit's submissions."""
        self.frame.get_by_role("link", name="Manage Assignments").click()
        self.row(UNIT).locator(".num-submissions a").click()
        self.frame.get_by_role("heading", name="Manage Submissions").wait_for()

    def press(self, student, button):
        """Press a student's button (a class of formgrader's table); return the message that it ends with."""
        self.row(student).locator(f".{button} a").click()
        message = self.frame.locator(".modal-content")
        message.wait_for()
        text = message.inner_text()
        message.get_by_text("OK", exact=True).click()
        message.wait_for(state="detached")
        return text

    def open_submission(self, student):
        """Go from the list of submissions to the page on which one is graded by hand."""
        self.row(student).locator(".student-name a").click()
        self.table.get_by_role("link", name=UNIT, exact=True).click()
        self.frame.locator("#check_softmax[placeholder]").wait_for()  # the points have come

    def fill(self, field, text):
        """Type into a field of that page and wait until it is saved."""
        with self.page.expect_response(lambda answer: answer.request.method == "PUT") as saved:
            self.frame.locator(f"#{field}").fill(text)
            self.frame.locator(f"#{field}").press("Tab")
        assert saved.value.ok


def test_instructor_grades_with_buttons_and_by_hand(bubblewrap, handed_in, start_lab, new_page, picture):
    """One story, since each step needs the one before it."""
    from playwright.sync_api import expect

    page = new_page(width=1500)  # in a narrow frame formgrader puts its parts below each other
    formgrader = Formgrader(page, start_lab(handed_in.root))
    two_are_listed(formgrader, expect, picture)
    button_grades_the_perfect_one(formgrader, expect, picture)
    written_answer_is_graded_by_hand(formgrader, expect, picture)
    diagnosis_is_shown(formgrader, expect, picture)
    for student, expected in (("jisoo", COMMENT), ("mistake01", DIAGNOSIS)):
        path = handed_in.root / "feedback" / student / UNIT / f"{UNIT}.html"
        feedback_is_written(formgrader, student, path, expected, new_page, picture)


def two_are_listed(formgrader, expect, picture):
    expect(formgrader.row(UNIT).locator(".num-submissions")).to_have_text("2")
    picture(formgrader.page, "instructor_assignments")
    formgrader.open_list()
    for student in ("jisoo", "mistake01"):
        expect(formgrader.row(student).locator(".status")).to_have_text("needs autograding")


def button_grades_the_perfect_one(formgrader, expect, picture):
    said = formgrader.press("jisoo", "autograde")
    assert f"Successfully autograded '{UNIT}' for student 'jisoo'" in said
    expect(formgrader.row("jisoo").locator(".score")).to_have_text(f"{CHECKED} / {CHECKED + WRITTEN}")
    expect(formgrader.row("jisoo").locator(".status")).to_have_text("needs manual grading")
    expect(formgrader.row("mistake01").locator(".status")).to_have_text("needs autograding")
    picture(formgrader.page, "instructor_autograded")


def written_answer_is_graded_by_hand(formgrader, expect, picture):
    formgrader.open_submission("jisoo")
    expect(formgrader.frame.locator("#check_sigmoid")).to_have_attribute("placeholder", "3")
    answer = formgrader.frame.locator(".nbgrader_cell").filter(has=formgrader.frame.locator("#saturation"))
    expect(answer).to_contain_text(classroom.ESSAYS["ko"])
    formgrader.fill("saturation", "2")
    formgrader.fill("saturation-comment", COMMENT)
    answer.scroll_into_view_if_needed()
    picture(formgrader.page, "instructor_written_answer")
    formgrader.frame.get_by_role("link", name=UNIT).last.click()
    expect(formgrader.table.locator(".score")).to_have_text(f"{CHECKED + 2} / {CHECKED + WRITTEN}")
    picture(formgrader.page, "instructor_by_hand")


def diagnosis_is_shown(formgrader, expect, picture):
    formgrader.open_list()
    expect(formgrader.row("jisoo").locator(".score")).to_have_text(f"{CHECKED + 2} / {CHECKED + WRITTEN}")
    assert "Successfully autograded" in formgrader.press("mistake01", "autograde")
    expect(formgrader.row("mistake01").locator(".score")).to_contain_text(f" / {CHECKED + WRITTEN}")
    picture(formgrader.page, "instructor_both_graded")
    formgrader.open_submission("mistake01")
    expect(formgrader.frame.locator("#check_softmax")).to_have_attribute("placeholder", "2")
    diagnosis = formgrader.frame.get_by_text(DIAGNOSIS).first
    expect(diagnosis).to_be_visible()
    diagnosis.evaluate("shown => shown.scrollIntoView({block: 'center'})")
    picture(formgrader.page, "instructor_diagnosis")
    formgrader.frame.get_by_role("link", name="Manual Grading").click()
    formgrader.open_list()


def feedback_is_written(formgrader, student, path, expected, new_page, picture):
    """Press the button, open the page that it wrote, look for what a student has to read there."""
    assert "Successfully generated feedback" in formgrader.press(student, "generate-feedback")
    score = formgrader.row(student).locator(".score").inner_text()
    feedback = new_page()
    feedback.goto(path.as_uri())
    feedback.get_by_text(score).first.wait_for()
    picture(feedback, f"feedback_{student}")
    place = feedback.get_by_text(expected).first
    place.wait_for()
    place.evaluate("shown => shown.scrollIntoView({block: 'center'})")
    picture(feedback, f"feedback_{student}_detail")
    feedback.close()
