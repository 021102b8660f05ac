"""u06_backprop: other right ways back through a graph, for alternatives.py."""

from graphlib import TopologicalSorter


def by_counting(output):
    """A node is ready when all nodes that use it are done."""
    nodes, uses = [output], {}
    for node in nodes:
        for source in node.inputs:
            if id(source) not in uses:
                uses[id(source)] = 0
                nodes.append(source)
            uses[id(source)] += 1
    for node in nodes:
        node.grad = 0
    output.grad, ready = 1, [output]
    while ready:
        node = ready.pop()
        grads = node.operation.backward(node.grad) if node.operation else ()
        for source, grad in zip(node.inputs, grads, strict=True):
            source.grad += grad
            uses[id(source)] -= 1
            if uses[id(source)] == 0:
                ready.append(source)


def along_paths(output):
    """Every path by itself: slow where paths are many, but right."""

    def clear(node):
        node.grad = 0.0
        for source in node.inputs:
            clear(source)

    def push(node, dout):
        node.grad += dout
        if node.operation is not None:
            for source, gradient in zip(node.inputs, node.operation.backward(dout), strict=True):
                push(source, gradient)

    clear(output)
    push(output, 1.0)


def with_graphlib(output):
    users, nodes = {}, [output]
    for node in nodes:
        nodes.extend(source for source in node.inputs if source not in nodes)
        users.setdefault(node, set())
        for source in node.inputs:
            users.setdefault(source, set()).add(node)
    for node in nodes:
        node.grad = float(node is output)
    for node in TopologicalSorter(users).static_order():
        if node.operation is not None:
            for k, gradient in enumerate(node.operation.backward(node.grad)):
                node.inputs[k].grad += gradient


def by_depth(output):
    """The longest way from the output decides the order."""
    depth = {output: 0}

    def sink(node):
        for source in node.inputs:
            if depth.get(source, -1) < depth[node] + 1:
                depth[source] = depth[node] + 1
                sink(source)

    sink(output)
    for node in depth:
        node.grad = 0.0
    output.grad = 1.0
    for node in sorted(depth, key=depth.get):
        if node.inputs:
            for source, gradient in zip(node.inputs, node.operation.backward(node.grad), strict=True):
                source.grad = source.grad + gradient


def asks_users(output):
    """Each node asks the nodes that use it, and remembers the answer."""
    users, nodes = {output: []}, [output]
    for node in nodes:
        for k, source in enumerate(node.inputs):
            if source not in users:
                users[source] = []
                nodes.append(source)
            users[source].append((node, k))
    known = {output: 1.0}

    def gradient_of(node):
        if node not in known:
            known[node] = sum(user.operation.backward(gradient_of(user))[k] for user, k in users[node])
        return known[node]

    for node in nodes:
        node.grad = gradient_of(node)
