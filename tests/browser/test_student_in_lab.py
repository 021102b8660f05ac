"""A student works on unit u03 in JupyterLab: one answer right, one wrong, one not begun."""

import re
import shutil

import nbformat
import pytest

UNIT = "u03_activation"
WRONG = "no_shift"  # the known mistake that is made in softmax
NOT_DONE = {"en": "not done yet", "ko": "아직 풀지 않았습니다"}


@pytest.fixture(scope="module")
def answers(repository):
    """{exercise: source}: right ones, but softmax has its mistake, and the derivatives are missing."""
    from coursekit.classroom import mistake_source
    from coursekit.grading import solutions

    found = solutions(repository, UNIT)
    found["softmax"] = mistake_source(mistake(WRONG))
    del found["derivatives"]
    return found


def mistake(name):
    """The known mistake of softmax that has this name."""
    from nnexam import examiner

    return next(one for one in examiner.exercise(UNIT, "softmax").mistakes if one.name == name)


@pytest.fixture(scope="module")
def lab(repository, answers, start_lab, tmp_path_factory):
    """JupyterLab in a folder that has both editions of the unit, all easy answers filled in but two."""
    folder = tmp_path_factory.mktemp("student")
    for lang in repository.editions:
        shutil.copytree(repository.release(UNIT, lang).parent, folder / lang / UNIT)
        path = folder / lang / UNIT / f"{UNIT}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.id in ("steps", "tanh", "relus"):
                cell.source = answers[cell.id]
        nbformat.write(notebook, path)
    return start_lab(folder)


@pytest.fixture(scope="module", params=["en", "ko"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def notebook(lang, lab, answers, new_page, picture):
    """The notebook of one language after the student has typed two answers and run all cells."""
    from .running_lab import OpenNotebook

    page = new_page()
    opened = OpenNotebook(page, lab, f"{lang}/{UNIT}/{UNIT}.ipynb")
    picture(page, f"student_{lang}_top")
    for name in ("sigmoid", "softmax"):
        opened.write(name, answers[name])
    opened.run_all()
    yield opened
    page.close()


def test_right_answer_earns_its_points(notebook, lang, picture):
    from playwright.sync_api import expect

    verdict = notebook.show("check_sigmoid")
    expect(verdict).to_contain_text("sigmoid: 3 / 3")
    expect(verdict.locator("table tr")).to_have_count(3)
    picture(verdict, f"student_{lang}_passed")


def test_wrong_answer_is_told_which_mistake_it_is(notebook, lang, picture):
    from playwright.sync_api import expect

    verdict = notebook.show("check_softmax")
    expect(verdict.locator("strong").get_by_text(mistake(WRONG).why.in_(lang))).to_be_visible()
    expect(verdict).to_contain_text("2 / 4")
    expect(verdict).to_contain_text("1000, 1001, 999]")
    picture(notebook.page, f"student_{lang}_failed_in_lab")
    picture(verdict, f"student_{lang}_failed")


def test_stub_reads_not_done_yet(notebook, lang, picture):
    from playwright.sync_api import expect

    verdict = notebook.show("check_derivatives")
    expect(verdict).to_contain_text(f"derivatives: {NOT_DONE[lang]}")
    picture(verdict, f"student_{lang}_not_done")


def test_cells_behind_a_failing_check_have_run(notebook, picture, lang):
    from playwright.sync_api import expect

    for name in ("demo-01", "demo-02"):
        shown = notebook.show(name)
        expect(shown.locator("img")).to_be_visible()
        picture(shown, f"student_{lang}_{name}")


def test_slider_draws_the_plot_anew(notebook, lang, picture):
    from playwright.sync_api import expect

    widget = notebook.show("demo-03")
    plot = widget.locator("img")
    expect(plot).to_have_attribute("src", re.compile("^data:image/png"), timeout=60_000)
    before = plot.get_attribute("src")
    handle = widget.locator(".noUi-handle").first
    handle.press("ArrowRight")
    expect(widget.locator(".widget-readout").first).to_have_text("0.25")
    expect(plot).not_to_have_attribute("src", before, timeout=60_000)
    picture(widget, f"student_{lang}_widget")


def test_run_all_goes_on_past_a_plot_of_what_is_not_done(notebook):
    from playwright.sync_api import expect

    expect(notebook.output("demo-04")).to_contain_text("NotImplementedError")
    expect(notebook.output("demo-06").locator("tr")).not_to_have_count(0)


def test_last_cell_shows_the_score_so_far(notebook, lang, picture):
    from playwright.sync_api import expect

    notebook.run("demo-06")
    score = notebook.show("demo-06")
    for exercise, points in (("sigmoid", "3 / 3"), ("softmax", "2 / 4"), ("derivatives", "0 / 4")):
        row = score.locator("tr").filter(has=notebook.page.get_by_text(exercise, exact=True))
        expect(row).to_contain_text(points)
    expect(score.locator("tr").last).to_contain_text("14 / 20")
    picture(score, f"student_{lang}_score")
