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


def press(formgrader, student, button):
    """Press a student's button (a class of formgrader's table); return the message that it ends with."""
    from .running_lab import SLOW

    row(formgrader, student).locator(f".{button} a").click()
    message = formgrader.locator(".modal-content")
    message.wait_for(timeout=SLOW)
    text = message.inner_text()
    message.get_by_text("OK", exact=True).click()
    message.wait_for(state="detached")
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

    assert f"Successfully autograded '{UNIT}' for student 'jisoo'" in press(formgrader, "jisoo", "autograde")
    expect(row(formgrader, "jisoo").locator(".score")).to_have_text(f"{CHECKED} / {CHECKED + WRITTEN}")
    expect(row(formgrader, "jisoo").locator(".status")).to_have_text("needs manual grading")
    expect(row(formgrader, "mistake01").locator(".status")).to_have_text("needs autograding")
    picture(page, "instructor_autograded")


def open_list(formgrader):
    """Go by Manage Assignments to the list of the unit's submissions."""
    from .running_lab import SLOW

    formgrader.get_by_role("link", name="Manage Assignments").click(timeout=SLOW)
    formgrader.locator("#main-table tr").filter(has_text=UNIT).locator(".num-submissions a").click(timeout=SLOW)


def open_submission(formgrader, student):
    """Go from the list of submissions to the page on which one is graded by hand."""
    from .running_lab import SLOW

    row(formgrader, student).locator(".student-name a").click(timeout=SLOW)
    formgrader.locator("#main-table").get_by_role("link", name=UNIT, exact=True).click(timeout=SLOW)
    formgrader.locator("#check_softmax").wait_for(timeout=SLOW)


def test_written_answer_is_graded_by_hand(page, formgrader, picture):
    from playwright.sync_api import expect

    from .running_lab import SLOW

    open_submission(formgrader, "jisoo")
    automatic = formgrader.locator("#check_sigmoid")
    expect(automatic).to_have_attribute("placeholder", "3", timeout=SLOW)  # the points have come
    answer = formgrader.locator(".nbgrader_cell").filter(has=formgrader.locator("#saturation"))
    expect(answer).to_contain_text("층이 열 개면")
    answer.scroll_into_view_if_needed()
    with page.expect_response(lambda got: got.request.method == "PUT" and "/api/grade/" in got.url) as saved:
        answer.locator("#saturation").fill("2")
        answer.locator("#saturation").press("Tab")
    assert saved.value.ok
    with page.expect_response(lambda got: got.request.method == "PUT" and "/api/comment/" in got.url) as saved:
        answer.locator("#saturation-comment").fill("좋습니다. 그런데 그 최댓값은 언제 나옵니까?")
        answer.locator("#saturation-comment").press("Tab")
    assert saved.value.ok
    answer.scroll_into_view_if_needed()
    picture(page, "instructor_written_answer")
    formgrader.get_by_role("link", name=UNIT).last.click()
    expect(formgrader.locator("#main-table .score")).to_have_text(f"{CHECKED + 2} / {CHECKED + WRITTEN}")
    picture(page, "instructor_by_hand")


def test_instructor_sees_the_diagnosis(page, formgrader, picture):
    from playwright.sync_api import expect

    from .running_lab import SLOW

    open_list(formgrader)
    expect(row(formgrader, "jisoo").locator(".score")).to_have_text(f"{CHECKED + 2} / {CHECKED + WRITTEN}")
    assert "Successfully autograded" in press(formgrader, "mistake01", "autograde")
    picture(page, "instructor_both_graded")
    open_submission(formgrader, "mistake01")
    diagnosis = formgrader.get_by_text("No maximum is subtracted: exp(1000) is inf, and inf / inf is nan.")
    diagnosis.first.scroll_into_view_if_needed(timeout=SLOW)
    expect(diagnosis.first).to_be_visible()
    expect(formgrader.locator("#check_softmax")).to_have_attribute("placeholder", "2")
    picture(page, "instructor_diagnosis")


def test_feedback_button_writes_the_students_page(page, formgrader, handed_in, new_page, picture):
    from playwright.sync_api import expect

    from .running_lab import SLOW

    formgrader.get_by_role("link", name="Manual Grading").click()
    open_list(formgrader)
    for student, expected in (("jisoo", "22 / 23"), ("mistake01", "No maximum is subtracted")):
        assert "Successfully generated feedback" in press(formgrader, student, "generate-feedback")
        feedback = new_page()
        feedback.goto((handed_in.root / "feedback" / student / UNIT / f"{UNIT}.html").as_uri())
        expect(feedback.locator("body")).to_contain_text(expected)
        picture(feedback, f"feedback_{student}")
        place = feedback.get_by_text("좋습니다." if student == "jisoo" else expected).last
        place.scroll_into_view_if_needed()
        picture(feedback, f"feedback_{student}_detail")
        feedback.close()
