"""The number fields: what is drawn when, and what makes no table."""

import IPython.display
import numpy as np
import pytest
from nnlab import widgets

TABLE = [[0, 1], [2, 3]]


@pytest.fixture
def shown(monkeypatch):
    """Pretend to be a notebook; return the list of what is displayed there."""
    found = []
    monkeypatch.setattr(widgets, "_in_kernel", lambda: True)
    monkeypatch.setattr(IPython.display, "display", found.append)
    return found


def test_outside_a_notebook_the_start_is_drawn_once():
    drawn = []
    widgets.grid(drawn.append, TABLE, other=np.ones((2, 2)))
    assert len(drawn) == 1 and drawn[0].dtype == float
    np.testing.assert_array_equal(drawn[0], TABLE)


def test_a_field_and_a_button_draw_anew(shown):
    drawn = []
    widgets.grid(drawn.append, TABLE, all_ones=np.ones((2, 2)))
    buttons, *rows = shown[0].children[0].children
    assert [button.description for button in buttons.children] == ["start", "all ones"]
    rows[1].children[0].value = 7.5
    np.testing.assert_array_equal(drawn[-1], [[0, 1], [7.5, 3]])
    buttons.children[1].click()
    np.testing.assert_array_equal(drawn[-1], np.ones((2, 2)))
    assert len(drawn) == 3, "one figure for a whole table"
    buttons.children[0].click()
    np.testing.assert_array_equal(drawn[-1], TABLE)


def test_sliders_draw_anew(shown):
    drawn = []
    widgets.sliders(lambda n, x: drawn.append((n, x)), n=(1, 9, 1, 3), x=(0.0, 1.0, 0.1, 0.5))
    shown[0].children[0].children[0].value = 5
    assert drawn == [(3, 0.5), (5, 0.5)]


def test_the_first_error_is_raised(shown):
    with pytest.raises(ZeroDivisionError):
        widgets.grid(lambda values: 1 / 0, TABLE)


@pytest.mark.parametrize("start, preset", [([1, 2], [1, 2]), (TABLE, np.ones((3, 2)))])
def test_tables_that_do_not_fit(start, preset):
    with pytest.raises(ValueError, match="grid: .* has the shape"):
        widgets.grid(lambda values: None, start, preset=preset)
