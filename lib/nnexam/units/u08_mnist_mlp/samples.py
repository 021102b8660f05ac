"""u08_mnist_mlp: what holds for every right split and every right training loop, whatever order they draw.

Column 0 of X holds the numbers of its rows, and y[n] belongs to row n.
"""

from itertools import pairwise

import numpy as np

from nnexam.model import Text

NO_PARTS = Text(
    "The result must be a list with a pair (X, y) for each fraction: rows of X, and the same rows of y.",
    "결과는 비율마다 쌍 (X, y)가 하나씩 든 리스트여야 합니다. 쌍은 X의 행 몇 개와 y에서 같은 행을 꺼낸 것입니다.",
)
CHANGED = Text(
    "Afterwards X and y themselves stand in another order: leave them as they are.",
    "호출한 뒤에 X와 y의 순서가 바뀌었습니다. X와 y는 그대로 두어야 합니다.",
)
X_ONLY = Text("X is in a new order, y is not.", "X만 섞이고 y는 그대로입니다.")
NOTHING = Text(
    "Nothing was learnt: the optimizer was never called.", "배운 것이 없습니다. 옵티마이저를 호출하지 않았습니다."
)
APART = Text("The rows of X and y no longer belong together.", "X의 행과 y의 짝이 맞지 않습니다.")


def broken_pairs(x, t, args):
    """Say what is wrong where the rows x and the targets t, in their order, do not belong together."""
    rows = x[:, 0].astype(int)
    if np.array_equal(x, args["X"][rows]) and np.array_equal(t, args["y"][rows]):
        return None
    return X_ONLY if np.array_equal(t, args["y"][: len(t)]) else APART


def of_parts(broken):
    """Make sure that a split has a pair for each fraction before `broken` looks at it."""

    def checked(given, case):
        for name in ("parts", "again", "other"):
            parts = given[name]
            if not isinstance(parts, (list, tuple)):
                return NO_PARTS
            for part in parts:
                if not isinstance(part, (list, tuple)) or len(part) != 2 or np.ndim(part[0]) != 2:
                    return NO_PARTS
            wanted = len(case.question["args"]["fractions"])
            if len(parts) != wanted:
                return Text(
                    f"The number of parts is {len(parts)}, for {wanted} fractions.",
                    f"비율이 {wanted}개인데 부분이 {len(parts)}개입니다.",
                )
        return broken(given, case.question["args"])

    return checked


def rows_of(pairs):
    """Return the numbers of the rows that each pair (x, t) holds."""
    return [np.asarray(x)[:, 0].astype(int).tolist() for x, _ in pairs]


@of_parts
def broken_parts(given, args):
    N, rows = len(args["X"]), rows_of(given["parts"])
    all_rows = [n for part in rows for n in part]
    if any(len(set(part)) < len(part) for part in rows):
        return Text("Some samples come more than once in one part.", "한 부분에 두 번 이상 나온 샘플이 있습니다.")
    if any(set(one) < set(two) for one, two in pairwise(rows)):
        return Text(
            "A part holds all samples of the part before it.", "앞 부분의 샘플이 모두 다음 부분에도 들어 있습니다."
        )
    if len(set(all_rows)) < len(all_rows):
        return Text(
            "Some samples stand in several parts: what the network learns it must not be tested on.",
            "여러 부분에 들어 있는 샘플이 있습니다. 신경망이 배운 샘플로 시험하면 안 됩니다.",
        )
    if len(all_rows) < N:
        return Text(f"{len(all_rows)} of {N} samples are left.", f"샘플 {N}개 중 {len(all_rows)}개만 남았습니다.")
    for drawn in (given["parts"], given["other"]):
        sizes = [len(part) for part in rows_of(drawn)]
        if any(abs(n - share * N) >= len(sizes) for n, share in zip(sizes, args["fractions"], strict=True)):
            return Text(
                f"The parts have the sizes {sizes}, for the fractions {list(args['fractions'])} of {N} samples.",
                f"샘플이 {N}개이고 비율이 {list(args['fractions'])}인데 부분의 크기가 {sizes}입니다.",
            )
    return None


@of_parts
def broken_split_pairs(given, args):
    if not (np.array_equal(given["X"], args["X"]) and np.array_equal(given["y"], args["y"])):
        return CHANGED
    x, t = (np.concatenate([part[i] for part in given["parts"]]) for i in (0, 1))
    return broken_pairs(x, t, args)


@of_parts
def broken_draw(given, args):
    parts, again, other = ([set(part) for part in rows_of(given[name])] for name in ("parts", "again", "other"))
    if parts[0] == set(range(len(parts[0]))):
        return Text(
            "The first part is the beginning of X: shuffle before you cut.",
            "첫 부분이 X의 앞부분 그대로입니다. 자르기 전에 섞으십시오.",
        )
    if all(len(part) == max(part, default=-1) - min(part, default=0) + 1 for part in parts):
        return Text(
            "Every part is a piece of X as it stands: shuffle before you cut.",
            "모든 부분이 X를 순서대로 자른 조각입니다. 자르기 전에 섞으십시오.",
        )
    if parts == other:
        return Text(
            "Two generators with different seeds give the same parts: the order does not come from rng.",
            "시드가 다른 난수 생성기 두 개에서 같은 부분이 나옵니다. 순서를 rng로 정하지 않았습니다.",
        )
    if parts != again:
        return Text(
            "Two generators with the same seed give different parts: the order does not come from rng.",
            "시드가 같은 난수 생성기 두 개에서 다른 부분이 나옵니다. 순서를 rng로 정하지 않았습니다.",
        )
    return None


def steps_of(given, args):
    """Return the batches (x, t) that were learnt, by epoch; one list with all where epochs differ in their number."""
    learnt, epochs = given["learnt"], args["epochs"]
    if not learnt or len(learnt) % epochs:
        return [learnt]
    per_epoch = len(learnt) // epochs
    return [learnt[start : start + per_epoch] for start in range(0, len(learnt), per_epoch)]


def broken_steps(given, case):
    args = case.question["args"]
    N, size, epochs = len(args["X"]), args["size"], args["epochs"]
    sizes = [min(size, N - start) for start in range(0, N, size)]
    if len(given["learnt"]) != epochs * len(sizes):
        return Text(
            f"There were {len(given['learnt'])} updates; expected {epochs} epochs of {len(sizes)} batches, "
            f"of the sizes {sizes}.",
            f"갱신이 {len(given['learnt'])}번 있었습니다. 크기가 {sizes}인 배치 {len(sizes)}개씩 {epochs} 에폭이어야 "
            "합니다.",
        )
    for steps in steps_of(given, args):
        rows = [n for part in rows_of(steps) for n in part]
        if any(n >= N for n in rows):
            return Text("The model learnt validation images.", "모델이 검증 이미지로 학습했습니다.")
        if len(set(rows)) < len(rows):
            return Text("Some samples come more than once in one epoch.", "한 에폭에 두 번 이상 나온 샘플이 있습니다.")
        if sorted(map(len, rows_of(steps)), reverse=True) != sizes:
            return Text(
                f"The batches of an epoch have the sizes {[len(x) for x, _ in steps]}; expected {sizes}.",
                f"한 에폭의 배치 크기가 {[len(x) for x, _ in steps]}입니다. 기대한 값은 {sizes}입니다.",
            )
    return None


def broken_learnt_pairs(given, case):
    args = case.question["args"]
    if not (np.array_equal(given["X"], args["X"]) and np.array_equal(given["y"], args["y"])):
        return CHANGED
    if not given["learnt"]:
        return NOTHING
    for steps in steps_of(given, args):
        x, t = (np.concatenate([batch[i] for batch in steps]) for i in (0, 1))
        if int(x[:, 0].max()) < len(args["X"]):
            said = broken_pairs(x, t, args)
            if said is not None:
                return said
    return None


def broken_order(given, case):
    args = case.question["args"]
    epochs = [rows_of(steps) for steps in steps_of(given, args)]
    orders = [[n for part in rows for n in part] for rows in epochs]
    if min(map(len, orders)) < len(args["X"]) / 2:
        return Text("Too few samples were learnt to see an order.", "학습한 샘플이 너무 적어 순서를 알 수 없습니다.")
    if orders[0] == sorted(orders[0]) and orders[-1] != sorted(orders[-1]):
        return Text("The first epoch has the order of X.", "첫 에폭의 순서가 X의 순서 그대로입니다.")
    if orders[0] == sorted(orders[0]):
        return Text("The samples come in the order of X.", "샘플이 X에 있던 순서 그대로 나옵니다.")
    if len(orders) > 1 and {frozenset(part) for part in epochs[0]} == {frozenset(part) for part in epochs[1]}:
        return Text("Two epochs have the same batches.", "두 에폭의 배치가 같습니다.")
    if given["rng.random()"] == np.random.default_rng(args["seed"]).random():
        return Text("rng was not used: the order comes from elsewhere.", "rng를 쓰지 않고 순서를 정했습니다.")
    return None


def series(given, name, args):
    """Return an entry of the history as floats, or a Text where its length is not the number of epochs."""
    values = np.asarray(given["history"][name], dtype=float)
    if values.shape != (args["epochs"],):
        count = values.size
        return Text(
            f'history["{name}"] holds {count} numbers for {args["epochs"]} epochs; expected one for each epoch.',
            f'history["{name}"]에 {args["epochs"]} 에폭 동안 수가 {count}개 들어 있습니다. 에폭마다 하나여야 합니다.',
        )
    return values


def broken_loss(given, case):
    args = case.question["args"]
    found = series(given, "loss", args)
    if isinstance(found, Text) or not given["learnt"]:
        return found if isinstance(found, Text) else NOTHING
    step, of_batches, of_samples = 0, [], []
    for steps in steps_of(given, args):
        losses, sizes = 1 / (1 + step + np.arange(len(steps))), [len(x) for x, _ in steps]
        of_batches.append(np.mean(losses))
        of_samples.append(np.average(losses, weights=sizes))  # each batch counts by its size: a mean too
        step += len(steps)
    if any(np.allclose(found, right, rtol=1e-5) for right in (of_batches, of_samples) if len(right) == len(found)):
        return None
    shown = [f"{value:.4g}" for value in found], [f"{value:.4g}" for value in of_batches]
    return Text(
        f'history["loss"] is {", ".join(shown[0])}; the means of the batches are {", ".join(shown[1])}.',
        f'history["loss"]: {", ".join(shown[0])}. 배치 손실의 평균은 {", ".join(shown[1])}입니다.',
    )


def broken_accuracy(given, case):
    args = case.question["args"]
    found = series(given, "accuracy", args)
    if isinstance(found, Text) or not given["learnt"]:
        return found if isinstance(found, Text) else NOTHING
    ends = np.cumsum([len(steps) for steps in steps_of(given, args)])
    right = [np.mean(scores_after(args["X_val"], n).argmax(axis=1) == args["y_val"]) for n in ends]
    if len(right) == len(found) and np.allclose(found, right, rtol=1e-5):
        return None
    shown = [f"{value:.4g}" for value in found], [f"{value:.4g}" for value in right]
    return Text(
        f'history["accuracy"] is {", ".join(shown[0])}; on X_val it is {", ".join(shown[1])} after the epochs.',
        f'history["accuracy"]: {", ".join(shown[0])}. 각 에폭이 끝난 뒤 X_val에서 잰 값은 {", ".join(shown[1])}입니다.',
    )


def scores_after(x, steps):
    """The scores of the stand-in for a model after a number of steps."""
    return np.roll(x[:, 1:], steps, axis=1)
