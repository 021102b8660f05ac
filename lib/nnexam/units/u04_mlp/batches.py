"""u04_mlp: what holds for every right batch_iter, whatever order it draws.

A case runs two epochs with one random number generator, ``first`` and ``second``, and one, ``again``, with a new one of
the same seed. Column 0 of X holds the numbers of its rows.
"""

import numpy as np

from nnexam.model import Text

MOST = 50  # so many batches are asked for at most
ENDLESS = Text(
    "The batches do not end: one call goes through all samples once, and is then over.",
    "배치가 끝없이 나옵니다. 한 번 호출하면 모든 샘플을 한 번씩만 지나가고 끝나야 합니다.",
)
NUMBERS = Text(
    "The batches are row numbers: hand out the rows themselves, X[rows] and y[rows].",
    "배치가 행 번호입니다. X[rows]와 y[rows]처럼 행 자체를 내주십시오.",
)
TURNED = Text(
    "The pairs are the wrong way round: first the rows of X, then those of y.",
    "쌍의 순서가 바뀌었습니다. X의 행이 먼저이고 y의 행이 그다음입니다.",
)
ROWS = Text(
    "Arrays came where pairs of arrays are asked, as when a single batch is returned.",
    "배열의 쌍이 와야 할 곳에 배열이 왔습니다. 배치 하나만 return하면 이렇게 됩니다.",
)
NO_PAIR = Text(
    "Each batch must be a pair: some rows of X, and the same rows of y.",
    "배치는 쌍이어야 합니다. X의 행 몇 개와 y에서 같은 행을 꺼낸 것입니다.",
)


def of_pairs(broken):
    """Make sure that the batches are pairs before `broken` looks at them."""

    def checked(given, case):
        for batch in [*given["first"], *given["second"], *given["again"]]:
            if isinstance(batch, np.ndarray) and batch.ndim == 1 and batch.dtype.kind == "i":
                return NUMBERS
            if isinstance(batch, np.ndarray) and batch.ndim == 2:
                return ROWS
            if not isinstance(batch, (tuple, list)) or len(batch) != 2:
                return NO_PAIR
            if np.ndim(batch[0]) != 2:
                return TURNED if np.ndim(batch[1]) == 2 else NO_PAIR
        return broken(given, case)

    return checked


def asked(case):
    """Return X, y and size of a case."""
    args = case.question["args"]
    return args["X"], args["y"], args["size"]


def rows_of(batches):
    """Return the numbers of the rows in X that the batches hold, in their order."""
    return [int(row[0]) for x, _ in batches for row in x]


@of_pairs
def broken_sizes(given, case):
    X, _, size = asked(case)
    expected = [min(size, len(X) - start) for start in range(0, len(X), size)]
    for part in (0, 1):
        sizes = [len(batch[part]) for batch in given["first"]]
        if sum(sizes) > len(X) and len(sizes) == MOST:
            return ENDLESS
        if sorted(sizes, reverse=True) != expected:
            return Text(
                f"The batches have the sizes {sizes}; expected {expected}.",
                f"배치 크기가 {sizes}입니다. 기대한 값은 {expected}입니다.",
            )
    return None


@of_pairs
def broken_once(given, case):
    rows = rows_of(given["first"])
    if len(set(rows)) < len(rows):
        return Text("Some samples come more than once in one epoch.", "한 에폭에 두 번 이상 나온 샘플이 있습니다.")
    return None


def alike(rows, wanted):
    """Tell whether the rows are those that are wanted; float32 is precise enough."""
    return rows.shape == wanted.shape and np.allclose(rows, wanted, rtol=1e-6)


@of_pairs
def broken_pairs(given, case):
    X, y, _ = asked(case)
    rows = rows_of(given["first"])
    x, labels = (np.array([row for batch in given["first"] for row in batch[i]]) for i in (0, 1))
    if not (np.array_equal(given["X"], X) and np.array_equal(given["y"], y)):
        return Text(
            "Afterwards X and y themselves stand in another order: leave them as they are.",
            "호출한 뒤에 X와 y의 순서가 바뀌었습니다. X와 y는 그대로 두어야 합니다.",
        )
    if rows and not (alike(x, X[rows]) and alike(labels, y[rows])):
        if labels.shape == (len(rows), 1) and alike(labels[:, 0], y[rows]):
            return Text(
                "The labels of a batch are a column, (size, 1); asked is (size,).",
                "배치의 레이블이 열 (size, 1)입니다. shape은 (size,)여야 합니다.",
            )
        if alike(labels, np.trunc(y[rows])):
            return Text(
                "The values of y are cut to whole numbers: hand them out as they are.",
                "y의 값이 정수로 잘렸습니다. 있는 그대로 내주십시오.",
            )
        if alike(labels, y[: len(labels)]):
            return Text("X is in a new order, y is not.", "X만 섞이고 y는 그대로입니다.")
        return Text("The rows of X and y no longer belong together.", "X의 행과 y의 짝이 맞지 않습니다.")
    return None


@of_pairs
def broken_order(given, case):
    first, second, again = (rows_of(given[name]) for name in ("first", "second", "again"))
    if first == sorted(first):
        return Text("The samples come in the order of X.", "샘플이 X에 있던 순서 그대로 나옵니다.")
    together = [{frozenset(rows_of([batch])) for batch in given[name]} for name in ("first", "second")]
    steps = {(b - a) % len(first) for a, b in zip(first[:-1], first[1:], strict=True)}
    if steps == {len(first) - 1}:
        return Text("The samples come in the order of X, backwards.", "샘플이 X의 순서를 거꾸로 한 그대로 나옵니다.")
    if len(steps) == 1 and (first == second or together[0] != together[1]):
        return Text(
            "The samples still follow each other as in X: only the start is new.",
            "샘플이 여전히 X에 있던 차례로 이어집니다. 시작점만 바뀌었습니다.",
        )
    if first == second:
        return Text("Two epochs have the same order.", "두 에폭의 순서가 같습니다.")
    if together[0] == together[1]:
        if all(rows_of([batch]) == sorted(rows_of([batch])) for batch in given["first"]):
            return Text("Only the batches change their order.", "배치의 순서만 바뀝니다.")
        return Text("The same samples share a batch in every epoch.", "에폭마다 같은 샘플끼리 한 배치에 들어갑니다.")
    if first != again:
        return Text(
            "Two generators with the same seed give different orders: the order does not come from rng.",
            "시드가 같은 난수 생성기 두 개에서 순서가 다르게 나옵니다. 순서를 rng로 정하지 않았습니다.",
        )
    return None
