"""Sliders and number fields that redraw a figure: the one interactive cell of each unit."""

import math
import sys
from numbers import Integral, Real

import numpy as np


def sliders(draw, **ranges):
    """Show one slider for each range and call ``draw(**values)`` anew whenever one of them is moved.

    draw : a function that makes and shows one matplotlib figure from the values, one keyword argument
        for each slider. It gets ints from a slider of ints, floats from any other.
    ranges : name=(min, max, step, start), a slider of ints where all four are ints.

    A slider reports its value when it is let go. Outside a notebook (a plain script, for one) `draw` is
    called once with the start values. An error in the first drawing is raised as usual; an error in a
    later one is shown in place of the figure. Raises ValueError for a range that makes no slider.

        def draw(slope, n):
            x = np.linspace(-1, 1, n)
            plt.plot(x, slope * x, "o-")
            plt.show()

        sliders(draw, slope=(-2.0, 2.0, 0.1, 1.0), n=(2, 20, 1, 5))
    """
    ranges = {name: _checked(name, given) for name, given in ranges.items()}
    if not ranges:
        raise ValueError("sliders: no range was given; expected at least one name=(min, max, step, start)")
    if _in_kernel():
        _show(draw, ranges)
    else:
        draw(**{name: start for name, (_, _, _, start) in ranges.items()})


def grid(draw, start, **presets):
    """Show a table of number fields and call ``draw(values)`` anew whenever one of them is changed.

    draw : a function that makes and shows one matplotlib figure from an array of floats, shaped like `start`.
    start : (rows, columns), the numbers to begin with.
    presets : name=array shaped like `start`; a button for each, and one for `start`, fills the whole table.

    Outside a notebook `draw` is called once with `start`; errors are shown as by `sliders`. Raises ValueError where an
    array does not have the shape of the table.

        grid(draw, [[0, 0, 0], [0, 1, 0], [0, 0, 0]], blur=np.full((3, 3), 1 / 9))
    """
    tables = {name: np.array(table, dtype=float) for name, table in {"start": start, **presets}.items()}
    start = tables["start"]
    for name, table in tables.items():
        if start.ndim != 2 or table.shape != start.shape:
            raise ValueError(f"grid: {name} has the shape {table.shape}; expected two axes, the same for all tables")
    if _in_kernel():
        _show_grid(draw, tables)
    else:
        draw(start)


def _show(draw, ranges):
    """Display the sliders above an output area that holds the figure."""
    import ipywidgets

    controls = {name: _slider(ipywidgets, name, *numbers) for name, numbers in ranges.items()}
    _live(
        lambda: draw(**{name: control.value for name, control in controls.items()}),
        list(controls.values()),
        ipywidgets.VBox(list(controls.values())),
    )


def _show_grid(draw, tables):
    """Display the fields and the buttons above an output area that holds the figure."""
    import ipywidgets

    start, filling = tables["start"], []
    fields = [[ipywidgets.FloatText(value, layout={"width": "6em"}) for value in row] for row in start.tolist()]
    every = [field for row in fields for field in row]
    buttons = [ipywidgets.Button(description=name.replace("_", " ")) for name in tables]
    rows = [ipywidgets.HBox(row) for row in (buttons, *fields)]
    redraw = _live(
        lambda: draw(np.array([[field.value for field in row] for row in fields])),
        every,
        ipywidgets.VBox(rows),
        filling,
    )

    def fill(table):
        filling.append(True)  # one new figure for the whole table, not one for each field
        for field, value in zip(every, table.ravel().tolist(), strict=True):
            field.value = value
        filling.clear()
        redraw(None)

    for button, table in zip(buttons, tables.values(), strict=True):
        button.on_click(lambda _, table=table: fill(table))


def _live(draw, controls, shown, paused=()):
    """Display `shown` above a figure that `draw` makes anew at every change of a control, unless `paused` is filled.

    Returns the function that draws anew.
    """
    import ipywidgets
    import matplotlib.pyplot as plt  # here: the examiner imports nnlab too, and draws nothing
    from IPython.display import clear_output, display

    output = ipywidgets.Output()
    left_open = []  # figures of the drawing before, where the backend does not close what it has shown

    def redraw():
        for number in left_open:
            plt.close(number)
        before = set(plt.get_fignums())
        clear_output(wait=True)  # wait: the old figure stays until the new one is there, so nothing flickers
        draw()
        if "inline" in plt.get_backend():
            plt.show()  # shows and closes a figure that draw did not show; else it does nothing
        left_open[:] = set(plt.get_fignums()) - before

    def on_change(_):
        if not paused:
            with output:  # shows an error in place of the figure
                redraw()

    display(ipywidgets.VBox([shown, output]))
    failure = None
    with output:
        try:
            redraw()
        except Exception as error:  # the output area would swallow it, and the cell would seem to be fine
            failure = error
    for control in controls:
        control.observe(on_change, names="value")
    if failure is not None:
        raise failure
    return on_change


def _slider(ipywidgets, name, low, high, step, start):
    """Return the slider of one range."""
    whole = all(isinstance(number, int) for number in (low, high, step, start))
    kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
    return kind(
        value=start,
        min=low,
        max=high,
        step=step,
        description=name.replace("_", " "),
        continuous_update=False,
        readout_format="d" if whole else f".{max(map(_decimals, (low, step, start)))}f",
        style={"description_width": "9em"},
    )


def _checked(name, given):
    """Return a range as four plain ints or four plain floats; raise ValueError where it makes no slider."""
    numbers = tuple(given) if isinstance(given, (tuple, list)) else ()
    if len(numbers) != 4 or not all(_is_number(number) for number in numbers):
        raise ValueError(f"sliders: {name} is {given!r}; expected four finite numbers: min, max, step, start")
    kind = int if all(isinstance(number, Integral) for number in numbers) else float
    low, high, step, start = map(kind, numbers)
    if low >= high:
        raise ValueError(f"sliders: {name} runs from {low} to {high}; expected min below max")
    if step <= 0:
        raise ValueError(f"sliders: {name} has the step {step}; expected a step above 0")
    if not low <= start <= high:
        raise ValueError(f"sliders: {name} starts at {start}; expected a start from {low} to {high}")
    return low, high, step, start


def _is_number(value):
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def _decimals(number, most=6):
    """Return how many decimals it takes to write the number, at most `most`."""
    return next((n for n in range(most) if math.isclose(round(number, n), number, abs_tol=1e-12)), most)


def _in_kernel():
    """Tell whether this runs in a notebook: an IPython that a kernel drives, not a script or a terminal."""
    if "IPython" not in sys.modules:
        return False
    from IPython import get_ipython

    return getattr(get_ipython(), "kernel", None) is not None
