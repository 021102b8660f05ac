"""An instructor grades in formgrader: the autograde button, then a written answer by hand."""

import pytest

UNIT = "u03_activation"
CHECKED, WRITTEN = 20, 3  # points of the unit's checks, of its written answer


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    """A course without a gradebook, with the submissions of two made-up students."""
    from coursekit import classroom

    from tests.conftest import copy_course

    course = copy_course(tmp_path_factory.mktemp("instructor"))
    for pupil in classroom.pupils(course):
        if pupil.name in ("jisoo", "mistake01"):
            path = course.root / "submitted" / pupil.name / UNIT / f"{UNIT}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(classroom.submission(course, UNIT, pupil), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def lab(bubblewrap, handed_in, start_lab):
    return start_lab(handed_in.root)


@pytest.fixture(scope="module")
def page(new_page):
    return new_page()


@pytest.fixture(scope="module")
def formgrader(page, lab):
    """Formgrader as JupyterLab shows it: a frame in a tab, opened from the menu."""
    from .running_lab import SLOW

    page.goto(f"{lab.url}/lab")
    page.locator(".lm-MenuBar-itemLabel").get_by_text("Nbgrader", exact=True).click(timeout=SLOW)
    page.locator(".lm-Menu-itemLabel").get_by_text("Formgrader", exact=True).click(timeout=SLOW)
    return page.frame_locator("iframe")


def row(formgrader, student):
    return formgrader.locator("#main-table tr").filter(has_text=student)


def autograde(formgrader, student):
    """Press the lightning of a student and wait for formgrader's message; return that message."""
    from .running_lab import SLOW

    row(formgrader, student).locator(".autograde a").click()
    message = formgrader.locator(".modal-content")
    message.wait_for(timeout=SLOW)
    text = message.inner_text()
    message.get_by_role("button", name="OK").or_(message.get_by_role("button", name="Close")).first.click()
    message.wait_for(state="hidden")
    return text


def test_submissions_are_listed_without_a_gradebook(page, formgrader, picture):
    from playwright.sync_api import expect

    from .running_lab import SLOW

    expect(formgrader.locator("#main-table")).to_contain_text(UNIT, timeout=SLOW)
    assignment = formgrader.locator("#main-table tr").filter(has_text=UNIT)
    expect(assignment.locator(".num-submissions")).to_have_text("2")
    picture(page, "instructor_assignments")
    assignment.locator(".num-submissions a").click()
    for student in ("jisoo", "mistake01"):
        expect(row(formgrader, student)).to_contain_text("needs autograding", timeout=SLOW)


def test_button_grades_a_perfect_submission(page, formgrader, picture):
    from playwright.sync_api import expect

    assert f"Successfully autograded '{UNIT}' for student 'jisoo'" in autograde(formgrader, "jisoo")
    expect(row(formgrader, "jisoo").locator(".score")).to_have_text(f"{CHECKED} / {CHECKED + WRITTEN}")
    expect(row(formgrader, "jisoo").locator(".status")).to_have_text("needs manual grading")
    expect(row(formgrader, "mistake01").locator(".status")).to_have_text("needs autograding")
    picture(page, "instructor_autograded")
