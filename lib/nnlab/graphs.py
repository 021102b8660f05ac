"""Pictures of computational graphs: numbers, what was computed from them, and the gradients on the way back.

A node is any object with `data` (its value), `grad` (its gradient), `inputs` (the nodes that it was computed from, ()
where it was given) and `operation` (None, or an object whose ``backward(dout)`` returns a gradient for each input).
"""

import math

SYMBOLS = {"Add": "+", "Mul": "×", "Neg": "−", "Sub": "−", "Div": "÷"}
WIDTH, HEIGHT, RADIUS = 2.6, 1.7, 0.42  # between columns, between rows, of a node


def stages(output):
    """Return the last stage of `draw`: all operations forward, the start of the way back, all operations back."""
    return 2 * sum(node.operation is not None for node in forward_order(output)) + 1


def forward_order(output):
    """Return the nodes that `output` was computed from, itself last, each after its inputs."""
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            stack.extend((source, False) for source in reversed(node.inputs))
    return order


def draw(ax, output, names=None, stage=None):
    """Draw the graph of `output`, from left to right.

    Above an edge stands the value that flows along it, below it in bold the gradient that comes back: what the
    operation reports for this input. Below a node stands its own `grad`. A node used twice so has two gradients on its
    edges and their sum below itself.

    ax : matplotlib axes. names : dict node -> text, for those that are to have a name.
    stage : None for the whole graph; else 0 shows only the given numbers, every further one the next operation, first
        all of them forward, then the gradient 1 of the output, then all of them backward (see `stages`). The
        operation at work has a thick border.
    """
    names = names or {}
    order = forward_order(output)
    operations = [node for node in order if node.operation is not None]
    whole, stage = stage is None, stages(output) if stage is None else stage
    known = [*(n for n in order if n.operation is None), *operations[:stage]]
    back = max(0, stage - len(operations) - 1)
    passed = operations[::-1][:back]
    active = operations[stage - 1] if 0 < stage <= len(operations) else passed[-1] if passed else None
    places, edges = _layout(order)
    arrived = {id(node): [] for node in order}
    for node in passed:
        for source, gradient in zip(node.inputs, node.operation.backward(node.grad), strict=True):
            arrived[id(source)].append(gradient)
    done = {id(node) for node in passed}
    for node, k, points, bend in edges:
        source = node.inputs[k]
        gradient = node.operation.backward(node.grad)[k] if id(node) in done else None
        _edge(ax, points, bend, _number(source.data) if _holds(known, source) else "", gradient)
    uses = {id(node): sum(source is node for user in order for source in user.inputs) for node in order}
    for node in order:
        gradient = _gradient(node, node is output, arrived[id(node)], uses[id(node)], stage > len(operations))
        _node(ax, node, places[id(node)], names.get(node, ""), gradient, node is active and not whole)
    x, y = places[id(output)]
    _edge(ax, [(x, y), (x + WIDTH * 0.75, y)], 0, _number(output.data) if _holds(known, output) else "", None)
    _frame(ax, [*places.values(), (x + WIDTH * 0.75, y)])


def _holds(nodes, node):
    return any(other is node for other in nodes)


def _number(value):
    return f"{float(value):.4g}".replace("-", "\N{MINUS SIGN}")


def _gradient(node, is_output, arrived, uses, started):
    """Return what stands below a node: its gradient where all its uses have reported, else the sum so far."""
    if is_output:
        return f"grad {_number(node.grad)}" if started else ""
    if len(arrived) == uses:
        return f"grad {_number(node.grad)}"
    return f"grad {_number(sum(arrived))} + …" if arrived else ""


def _layout(order):
    """Return {id: (x, y)} and the edges (node, number of the input, points of the line, bend)."""
    column = {}
    for node in order:
        column[id(node)] = 1 + max((column[id(source)] for source in node.inputs), default=-1)
    for node in order:
        if not node.inputs:  # a given number stands one column before its first use
            users = [column[id(user)] for user in order if _holds(user.inputs, node)]
            column[id(node)] = min(users, default=1) - 1
    columns = [[] for _ in range(max(column.values()) + 1)]
    for node in order:
        columns[column[id(node)]].append(id(node))
    lines, neighbours = [], {id(node): set() for node in order}
    for node in order:
        for k, source in enumerate(node.inputs):
            line = [id(source)]
            for place in range(column[id(source)] + 1, column[id(node)]):  # an edge keeps a place in every column
                line.append((id(node), k, place))
                columns[place].append(line[-1])
                neighbours[line[-1]] = set()
            line.append(id(node))
            for one, other in zip(line, line[1:], strict=False):
                neighbours[one].add(other)
                neighbours[other].add(one)
            lines.append((node, k, line))
    heights = _heights(columns, neighbours)
    places = {key: (x * WIDTH, heights[key]) for x, keys in enumerate(columns) for key in keys}
    edges = []
    for node, k, line in lines:
        twins = sum(source is node.inputs[k] for source in node.inputs)
        bend = 0 if twins == 1 or len(line) > 2 else 0.35 * (-1) ** k
        edges.append((node, k, [places[key] for key in line], bend))
    return {id(node): places[id(node)] for node in order}, edges


def _heights(columns, neighbours, rounds=8):
    """Return the height of each key: a key moves near to the middle of its neighbours, columns stay spread out."""
    heights = {key: -HEIGHT * (i - (len(keys) - 1) / 2) for keys in columns for i, key in enumerate(keys)}
    for step in range(rounds):
        for keys in columns if step % 2 else columns[::-1]:
            wish = {key: sum(heights[n] for n in neighbours[key]) / max(1, len(neighbours[key])) for key in keys}
            keys.sort(key=lambda key, wish=wish: -wish[key])
            middle = sum(wish.values()) / len(keys)
            for i, key in enumerate(keys):
                heights[key] = middle - HEIGHT * (i - (len(keys) - 1) / 2)
    return heights


def _edge(ax, points, bend, value, gradient):
    """Draw one edge, its value above and its gradient below the middle."""
    (x0, y0), (x1, y1) = points[-2:]
    share = 1 - (RADIUS + 0.04) / math.hypot(x1 - x0, y1 - y0)  # the tip ends where the circle begins
    tip = x0 + share * (x1 - x0), y0 + share * (y1 - y0) - 0.4 * bend
    style = {"arrowstyle": "-|>", "color": "0.35", "shrinkA": 0, "shrinkB": 0, "connectionstyle": f"arc3,rad={bend}"}
    ax.plot([x for x, _ in points[:-1]], [y for _, y in points[:-1]], color="0.35", linewidth=1, zorder=1)
    ax.annotate("", tip, points[-2], arrowprops=style, zorder=1)
    half = len(points) // 2
    (x0, y0), (x1, y1) = points[half - 1], points[half]
    x, y = (x0 + x1) / 2, (y0 + y1) / 2 - bend * (x1 - x0) / 2
    text = {"ha": "center", "fontsize": 9, "zorder": 4}
    text["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    if value:
        ax.text(x, y + 0.08, value, va="bottom", **text)
    if gradient is not None:
        ax.text(x, y - 0.08, _number(gradient), va="top", fontweight="bold", color="tab:red", **text)


def _node(ax, node, place, name, gradient, active):
    """Draw a node: a box for a given number, a circle for an operation, with its name above, its gradient below."""
    from matplotlib.patches import Circle, FancyBboxPatch

    x, y = place
    how = {
        "facecolor": "0.85" if active else "white",
        "edgecolor": "black",
        "linewidth": 3 if active else 1,
        "zorder": 3,
    }
    if node.operation is None:
        ax.add_patch(FancyBboxPatch((x - 0.35, y - 0.3), 0.7, 0.6, boxstyle="round,pad=0.06", **how))
        ax.text(x, y, name or _number(node.data), ha="center", va="center", zorder=4)
    else:
        kind = type(node.operation).__name__
        symbol = SYMBOLS.get(kind, kind.lower())
        ax.add_patch(Circle(place, RADIUS, **how))
        ax.text(x, y, symbol, ha="center", va="center", fontsize=13 if len(symbol) == 1 else 8, zorder=4)
        ax.text(x, y + 0.5, name, ha="center", va="bottom", zorder=4)
    ax.text(x, y - 0.48, gradient, ha="center", va="top", fontsize=9, fontweight="bold", color="tab:red", zorder=4)


def _frame(ax, places):
    """Show all places, with equal units and without axes."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    ax.set(xlim=(min(xs) - 0.8, max(xs) + 0.3), ylim=(min(ys) - 1.1, max(ys) + 1.0), aspect="equal")
    ax.axis("off")
