"""Helpers that keep plot cells short. Everything drawn differs in more than colour."""

from itertools import cycle

import numpy as np

LINES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)))
MARKERS = ("o", "s", "^", "D", "v")


def curves(ax, x, ys, xlabel="", ylabel="", title="", markers=False):
    """Draw several curves over the same x, each with a line style (and marker) of its own, and a legend.

    ax : matplotlib axes. x : (N,). ys : dict label -> (N,), drawn in the order of the dict.
    markers : True also marks a few of the points; for short series such as one value for each epoch.
    """
    x = np.asarray(x)
    every = max(1, len(x) // 12)
    for (label, y), line, marker in zip(ys.items(), cycle(LINES), cycle(MARKERS), strict=False):
        marked = {"marker": marker, "markevery": every} if markers else {}
        ax.plot(x, y, linestyle=line, label=label, **marked)
    _finish(ax, xlabel, ylabel, title)
    ax.grid(alpha=0.3)
    if ys:
        ax.legend()


def points(ax, X, t, xlabel="x1", ylabel="x2", title="", legend=True):
    """Draw points of two classes: a filled square where t is 1, a hollow circle where t is 0.

    ax : matplotlib axes. X : (N, 2), the two coordinates, without a bias column. t : (N,) of 0 and 1.
    legend : True puts a legend to the right of the axes, where it hides no point.
    """
    X, t = np.asarray(X), np.asarray(t)
    zero, one = X[t == 0], X[t == 1]
    how = {"s": 70, "edgecolors": "black", "zorder": 3}
    ax.scatter(zero[:, 0], zero[:, 1], marker="o", facecolors="white", label="0", **how)
    ax.scatter(one[:, 0], one[:, 1], marker="s", facecolors="black", label="1", **how)
    _finish(ax, xlabel, ylabel, title)
    if legend:
        ax.legend(loc="upper left", bbox_to_anchor=(1.02, 1.0))


def line(ax, slope, intercept, label=None, style="-", color="tab:blue"):
    """Draw the line x2 = slope * x1 + intercept over the whole of the axes, whose limits stay as they are.

    slope, intercept : floats. With an infinite slope the line stands vertical at x1 = intercept.
    """
    how = {"linestyle": style, "color": color, "label": label}
    if np.isinf(slope):
        ax.axvline(intercept, **how)
    else:
        ax.axline((0.0, intercept), slope=slope, **how)


def sides(ax, w, low=-0.5, high=1.5):
    """Hatch the side of the plane on which w0 + w1*x1 + w2*x2 > 0, and set both axes to low..high.

    ax : matplotlib axes. w : (3,), the bias weight first.
    """
    grid = np.linspace(low, high, 201)
    x1, x2 = np.meshgrid(grid, grid)
    positive = (w[0] + w[1] * x1 + w[2] * x2 > 0).astype(float)
    if positive.any():
        ax.contourf(x1, x2, positive, levels=[0.5, 1.5], colors=["#dddddd"], hatches=["//"])
    ax.set(xlim=(low, high), ylim=(low, high), aspect="equal")


def image(ax, values, shape, title=""):
    """Draw an array as an image: red for positive, blue for negative values, with a colour bar.

    Values above a quarter of the largest one also carry their sign, so that grey print can be read.
    ax : matplotlib axes. values : (H*W,), rows one after the other. shape : (H, W).
    """
    picture = np.reshape(values, shape)
    largest = np.abs(picture).max() or 1.0
    drawn = ax.imshow(picture, cmap="RdBu_r", vmin=-largest, vmax=largest)
    for row, column in np.argwhere(np.abs(picture) > largest / 4):
        sign = "+" if picture[row, column] > 0 else "\N{MINUS SIGN}"
        ax.text(column, row, sign, ha="center", va="center")
    ax.figure.colorbar(drawn, ax=ax)
    _finish(ax, "column", "row", title)


def boxes(ax, rows, names=None, style="-", color="white", width=1.6):
    """Draw boxes over an image that is shown with ``extent=(0, W, H, 0)``, so that box and pixel coordinates agree.

    ax : matplotlib axes. rows : (N, 4) or more columns, of which the first four are x1, y1, x2, y2. names : N texts,
    one above each box, or None. style : a line style for each kind of box, so that kinds differ in more than colour.
    """
    from matplotlib.patches import Rectangle

    for i, (x1, y1, x2, y2) in enumerate(np.asarray(rows)[:, :4].tolist()):
        how = {"fill": False, "edgecolor": color, "linestyle": style, "linewidth": width}
        ax.add_patch(Rectangle((x1, y1), x2 - x1, y2 - y1, **how))
        if names is not None:
            frame = {"facecolor": color, "edgecolor": "none", "pad": 0.8}
            ax.text(x1, y1, names[i], color="black", fontsize=7, va="bottom", bbox=frame)


def neuron(ax, w):
    """Draw a neuron with two inputs as circles and arrows, each weight beside its arrow.

    ax : matplotlib axes. w : (3,), the bias weight first.
    """
    ax.set(xlim=(0, 10), ylim=(0, 8), aspect="equal")
    ax.axis("off")
    arrow = {"arrowstyle": "->"}
    for name, weight, height in zip(("x0 = 1", "x1", "x2"), w, (6.8, 4.0, 1.2), strict=True):
        _circle(ax, 1.2, height, name)
        end = 4.0 + 0.25 * (height - 4.0)
        ax.annotate("", (5.1, end), (2.2, height), arrowprops=arrow)
        ax.text(3.6, (height + end) / 2, f"{weight:g}", ha="center", va="center", backgroundcolor="white")
    _circle(ax, 6.1, 4.0, "sum\n> 0 ?")
    ax.annotate("", (8.9, 4.0), (7.1, 4.0), arrowprops=arrow)
    ax.text(9.2, 4.0, "y", va="center")


def _circle(ax, x, y, text):
    from matplotlib.patches import Circle

    ax.add_patch(Circle((x, y), 0.95, fill=False))
    ax.text(x, y, text, ha="center", va="center", fontsize=9)


def _finish(ax, xlabel, ylabel, title):
    ax.set(xlabel=xlabel, ylabel=ylabel, title=title)
