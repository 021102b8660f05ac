"""u04_mlp: other right solutions, each written in another style. All must earn full marks."""

from functools import reduce

import numpy as np

from .exercises import AFFINE, BATCH_ITER, LAYER_SHAPES, MLP_FORWARD, ONE_HOT, STANDARDIZE


def affine_by_loops(X, W, b):
    out = np.zeros((X.shape[0], W.shape[1]))
    for n in range(X.shape[0]):
        for m in range(W.shape[1]):
            total = b[m]
            for d in range(X.shape[1]):
                total += X[n, d] * W[d, m]
            out[n, m] = total
    return out


def affine_bias_column(X, W, b):
    """The bias as the weights of one more input that is always 1."""
    return np.hstack([X, np.ones((len(X), 1))]) @ np.vstack([W, b])


def affine_outer(X, W, b):
    """Every input adds its column times its row of weights."""
    out = np.tile(b, (len(X), 1))
    for d in range(len(W)):
        out += np.outer(X[:, d], W[d])
    return out


def affine_float32(X, W, b):
    out = np.dot(X.astype(np.float32), W.astype(np.float32))
    out += b.astype(np.float32)
    return out


def shapes_by_index(sizes, N):
    found = []
    for i in range(1, len(sizes)):
        found.append([[N, sizes[i - 1]], [sizes[i - 1], sizes[i]], [sizes[i]], [N, sizes[i]]])
    return found


def shapes_of_arrays(sizes, N):
    """Build the network with zeros, send zeros through it, and read the shapes."""
    x, found = np.zeros((N, sizes[0])), []
    for M in sizes[1:]:
        W, b = np.zeros((x.shape[1], M)), np.zeros(M)
        out = x @ W + b
        found.append((x.shape, W.shape, b.shape, out.shape))
        x = out
    return found


def shapes_recursive(sizes, N):
    if len(sizes) < 2:
        return []
    D, M, *_ = sizes
    return [((N, D), (D, M), (M,), (N, M)), *shapes_recursive(sizes[1:], N)]


def shapes_generator(sizes, N):
    before = None
    for size in sizes:
        if before is not None:
            yield (N, before), (before, size), (size,), (N, size)
        before = size


def shapes_backwards(sizes, N):
    shapes, rest = [], list(sizes)
    M = rest.pop()
    while rest:
        D = rest.pop()
        shapes.insert(0, (np.array([N, D]), np.array([D, M]), np.array([M]), np.array([N, M])))
        M = D
    return shapes


def forward_recursive(X, params, activation):
    (W, b), *rest = params
    out = X @ W + b
    return forward_recursive(activation(out), rest, activation) if rest else out


def forward_by_number(X, params, activation):
    for i in range(len(params)):
        X = np.einsum("nd,dm->nm", X, params[i][0]) + params[i][1]
        if i < len(params) - 1:
            X = activation(X)
    return X


def forward_reduce(X, params, activation):
    hidden = reduce(lambda h, pair: activation(h @ pair[0] + pair[1]), params[:-1], X)
    return hidden @ params[-1][0] + params[-1][1]


def forward_by_sample(X, params, activation):
    rows = []
    for x in X:
        for number, (W, b) in enumerate(params, 1):
            x = W.T @ x + b
            x = x if number == len(params) else activation(x)
        rows.append(x)
    return np.array(rows)


def forward_float32(X, params, activation):
    X, first = X.astype(np.float32), True
    for W, b in params:
        X = X if first else activation(X)
        X, first = affine_float32(X, W, b), False
    return X


def forward_transposed(X, params, activation):
    """Samples as columns inside."""
    columns = X.T
    for W, b in params[:-1]:
        columns = activation(W.T @ columns + b[:, None])
    W, b = params[-1]
    return (W.T @ columns + b[:, None]).T


def one_hot_by_loop(y, K):
    out = np.zeros((len(y), K))
    for n, label in enumerate(y.ravel()):
        out[n, int(label)] = 1.0
    return out


def one_hot_lists(y, K):
    return [[1.0 if k == label else 0.0 for k in range(K)] for label in np.squeeze(y, axis=tuple(range(1, np.ndim(y))))]


def one_hot_flat(y, K):
    """Positions in the flat array: row times K plus column."""
    out = np.zeros(y.size * K)
    out[np.arange(y.size) * K + y.reshape(-1).astype(int)] = 1
    return out.reshape(-1, K)


def one_hot_put(y, K):
    out = np.zeros((y.size, K), dtype=np.float32)
    np.put_along_axis(out, y.reshape(-1, 1).astype(np.int64), 1, axis=1)
    return out


def standardize_moments(X, mean=None, std=None):
    """The variance as the mean of the squares minus the square of the mean, after a shift that keeps digits."""
    if mean is None:
        shift = X[0].astype(float)
        moved = X - shift
        mean = moved.mean(axis=0)
        variance = np.mean(moved**2, axis=0) - mean**2
        mean = mean + shift
        std = np.sqrt(np.where(variance <= 1e-20, 1.0, variance))
    return np.divide(np.subtract(X, mean), std), mean, std


def standardize_by_columns(X, mean=None, std=None):
    D = X.shape[1]
    if mean is None:
        mean = [sum(X[:, d]) / len(X) for d in range(D)]
        std = [(sum((X[:, d] - mean[d]) ** 2) / len(X)) ** 0.5 or 1.0 for d in range(D)]
    columns = [(X[:, d] - mean[d]) / std[d] for d in range(D)]
    return np.stack(columns, axis=1), mean, std


def standardize_transposed(X, mean=None, std=None):
    rows = X.T
    mean = np.average(rows, axis=1) if mean is None else mean
    if std is None:
        std = np.linalg.norm(rows - mean[:, None], axis=1) / np.sqrt(rows.shape[1])
        std = std + (std == 0)
    return [((rows - mean[:, None]) / std[:, None]).T, mean, std]


def standardize_float32(X, mean=None, std=None):
    x = np.array(X, dtype=np.float32)
    if mean is None:
        mean, std = x.mean(0), x.std(0)
        std[std < 1e-6] = 1
    mean, std = np.float32(mean), np.float32(std)
    x -= mean
    x /= std
    return x, mean, std


def standardize_where(X, mean=None, std=None):
    """Divides only where there is something to divide by."""
    if mean is None:
        mean, std = np.einsum("nd->d", X) / X.shape[0], np.std(X, axis=0)
    centred = X - mean
    safe = np.where(std > 0, std, 1)
    return centred / safe, mean, safe


def batches_as_list(X, y, size, rng):
    order = list(range(len(X)))
    rng.shuffle(order)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


def batches_while(X, y, size, rng):
    left = rng.choice(len(X), size=len(X), replace=False)
    while len(left):
        chosen, left = left[:size], left[size:]
        yield [np.take(X, chosen, axis=0), np.take(y, chosen)]


def batches_sorted(X, y, size, rng):
    """A random key for each sample, sorted; the rows cut by array_split."""
    order = np.argsort(rng.random(len(X)))
    return map(lambda rows: (X[rows], y[rows]), np.array_split(order, range(size, len(X), size)))


def batches_shuffled_copy(X, y, size, rng):
    order = rng.permutation(X.shape[0])
    X, y = X[order], y[order]
    start = 0
    while start < len(X):
        yield X[start : start + size], y[start : start + size]
        start += size


def batches_one_by_one(X, y, size, rng):
    xs, ys = [], []
    for n in rng.permutation(len(X)):
        xs.append(X[n])
        ys.append(y[n])
        if len(xs) == size:
            yield np.array(xs), np.array(ys)
            xs, ys = [], []
    if xs:
        yield np.array(xs), np.array(ys)


def batches_joined(X, y, size, rng):
    """X and y side by side in one table, whose rows are shuffled."""
    table = rng.permutation(np.column_stack([X, y]))
    for part in range(-(-len(table) // size)):
        rows = table[part * size : (part + 1) * size]
        yield rows[:, :-1], rows[:, -1].astype(y.dtype)


def batches_float32(X, y, size, rng):
    """As most libraries want them."""
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        chosen = order[start : start + size]
        yield X[chosen].astype(np.float32), y[chosen]


def standardize_by_extremes(X, mean=None, std=None):
    """A column is constant where its largest value is its smallest, however std is rounded."""
    if mean is None:
        mean, std = np.mean(X, axis=0), np.where(np.ptp(X, axis=0) == 0, 1.0, np.std(X, axis=0))
    return (X - mean) / std, mean, std


AFFINE.alternative(affine_by_loops)
AFFINE.alternative(affine_bias_column)
AFFINE.alternative(affine_outer)
AFFINE.alternative(affine_float32)
AFFINE.alternative(lambda X, W, b: np.einsum("nd,dm->nm", X, W) + b[None, :])
AFFINE.alternative(lambda X, W, b: [x @ W + b for x in X])
AFFINE.alternative(lambda X, W, b: np.add(b, (X[:, :, None] * W).sum(axis=1)))
AFFINE.alternative(lambda X, W, b: (W.T @ X.T + b.reshape(-1, 1)).T)
AFFINE.alternative(lambda X, W, b: np.column_stack([X @ W[:, m] + b[m] for m in range(len(b))]))
LAYER_SHAPES.alternative(shapes_by_index)
LAYER_SHAPES.alternative(shapes_of_arrays)
LAYER_SHAPES.alternative(shapes_recursive)
LAYER_SHAPES.alternative(shapes_generator)
LAYER_SHAPES.alternative(shapes_backwards)
MLP_FORWARD.alternative(forward_recursive)
MLP_FORWARD.alternative(forward_by_number)
MLP_FORWARD.alternative(forward_reduce)
MLP_FORWARD.alternative(forward_by_sample)
MLP_FORWARD.alternative(forward_float32)
MLP_FORWARD.alternative(forward_transposed)
ONE_HOT.alternative(one_hot_by_loop)
ONE_HOT.alternative(one_hot_lists)
ONE_HOT.alternative(one_hot_flat)
ONE_HOT.alternative(one_hot_put)
ONE_HOT.alternative(lambda y, K: np.eye(K)[np.asarray(y, dtype=int).ravel()])
ONE_HOT.alternative(lambda y, K: np.equal(y.reshape(-1, 1), range(K)) * 1.0)
STANDARDIZE.alternative(standardize_moments)
STANDARDIZE.alternative(standardize_by_columns)
STANDARDIZE.alternative(standardize_transposed)
STANDARDIZE.alternative(standardize_float32)
STANDARDIZE.alternative(standardize_where)
STANDARDIZE.alternative(standardize_by_extremes)
BATCH_ITER.alternative(batches_as_list)
BATCH_ITER.alternative(batches_while)
BATCH_ITER.alternative(batches_sorted)
BATCH_ITER.alternative(batches_shuffled_copy)
BATCH_ITER.alternative(batches_one_by_one)
BATCH_ITER.alternative(batches_joined)
BATCH_ITER.alternative(batches_float32)
