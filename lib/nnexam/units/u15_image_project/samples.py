"""u15_image_project: what holds for every right training loop and every right augmentation, whatever they draw.

An image of the stand-in, (1, 2, 3), holds its number at [0, 0, 0]; `change` adds to all its pixels a number from 0.1 to
0.3, its mark, so that both can be told from the image.
"""

from itertools import permutations

import numpy as np

from nnexam.model import Text

NOTHING = Text(
    "Nothing was learnt: the optimizer was never called.", "배운 것이 없습니다. 옵티마이저를 호출하지 않았습니다."
)
ORDERS = [list(order) for order in permutations(range(3))]


def numbers_of(x):
    """Return the numbers of the images."""
    return np.floor(np.asarray(x)[:, 0, 0, 0] + 1e-6).astype(int)


def marks_of(x):
    """Return what `change` has added to each image; several times, where it was applied several times."""
    return np.asarray(x)[:, 0, 0, 1]


def epochs_of(given, args):
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
    orders = []
    for batches in epochs_of(given, args):
        rows = np.concatenate([numbers_of(x) for x, _ in batches])
        labels = np.concatenate([np.asarray(t) for _, t in batches])
        if rows.max() >= N:
            return Text("The model learnt validation images.", "모델이 검증 이미지로 학습했습니다.")
        if sorted(rows) != list(range(N)):
            return Text(
                "Some images come more than once in one epoch, others not at all.",
                "한 에폭에 두 번 이상 나온 이미지가 있고, 나오지 않은 이미지가 있습니다.",
            )
        if not np.array_equal(labels, args["y"][rows]):
            return Text("Images and labels no longer belong together.", "이미지와 레이블의 짝이 맞지 않습니다.")
        orders.append(rows.tolist())
    if N > 20 and orders[0] == sorted(orders[0]):
        return Text("The images come in the order of X.", "이미지가 X에 있던 순서 그대로 나옵니다.")
    if N > 20 and orders[0] == orders[1]:
        return Text("Two epochs have the same order.", "두 에폭의 순서가 같습니다.")
    return None


def broken_change(given, case):
    args = case.question["args"]
    if not (np.array_equal(given["X"], args["X"]) and np.array_equal(given["y"], args["y"])):
        return Text(
            "Afterwards X or y itself is another one: the changes must not stay.",
            "호출한 뒤에 X나 y 자체가 달라졌습니다. 바꾼 것이 남으면 안 됩니다.",
        )
    if not given["learnt"]:
        return NOTHING
    wanted = "change)" in case.question["lines"][-1]
    by_epoch = []
    for batches in epochs_of(given, args):
        rows, marks = (np.concatenate([of(x) for x, _ in batches]) for of in (numbers_of, marks_of))
        by_epoch.append(dict(zip(rows.tolist(), marks.tolist(), strict=True)))
        if not wanted and marks.any():
            return Text("No change was asked for, and yet the images differ.", "change가 없는데 이미지가 달라졌습니다.")
        if wanted and (marks == 0).any():
            count = int(np.sum(marks == 0))
            return Text(
                f"{count} of {len(marks)} images of an epoch were learnt as they are, without the change.",
                f"한 에폭의 이미지 {len(marks)}장 중 {count}장을 바꾸지 않고 그대로 학습했습니다.",
            )
        if wanted and (marks > 0.3).any():
            return Text("An image was changed more than once.", "한 번 바꾼 이미지를 또 바꾸었습니다.")
    if wanted and any(by_epoch[0][n] == by_epoch[-1].get(n) for n in by_epoch[0]) and len(by_epoch) > 1:
        return Text(
            "An image is changed in the same way in two epochs.", "같은 이미지가 두 에폭에서 똑같이 바뀌었습니다."
        )
    return None


def broken_history(given, case):
    args = case.question["args"]
    for name in ("loss", "accuracy"):
        count = np.size(given["history"][name])
        if count != args["epochs"]:
            return Text(
                f'history["{name}"] holds {count} numbers for {args["epochs"]} epochs; expected one for each epoch.',
                f'history["{name}"]에 {args["epochs"]} 에폭 동안 수가 {count}개 있습니다. 에폭마다 하나여야 합니다.',
            )
    if not given["learnt"]:
        return NOTHING
    if any((numbers_of(x) >= 1000).any() and marks_of(x).any() for x in given["examined"]):
        return Text("Validation images were changed, too.", "검증 이미지까지 바꾸었습니다.")
    step, of_batches, of_images, shares = 0, [], [], []
    for batches in epochs_of(given, args):
        losses, sizes = 1 / (1 + step + np.arange(len(batches))), [len(x) for x, _ in batches]
        of_batches.append(np.mean(losses))
        of_images.append(np.average(losses, weights=sizes))  # each batch counts by its size: a mean too
        step += len(batches)
        scores = np.roll(args["X_val"][:, 0, 1], step, axis=1)
        shares.append(np.mean(scores.argmax(axis=1) == args["y_val"]))
    found = {name: np.asarray(given["history"][name], dtype=float).ravel() for name in ("loss", "accuracy")}
    if not any(same(found["loss"], right) for right in (of_batches, of_images)):
        return shown("loss", found["loss"], of_batches)
    return None if same(found["accuracy"], shares) else shown("accuracy", found["accuracy"], shares)


def same(one, other):
    return len(one) == len(other) and np.allclose(one, other, rtol=1e-5)


def shown(name, found, right):
    found, right = (", ".join(f"{value:.4g}" for value in values) for values in (found, right))
    return Text(
        f'history["{name}"] is {found}; expected {right}.', f'history["{name}"]: {found}. 기대한 값은 {right}입니다.'
    )


def broken_seed(given, case):
    if not given:
        return NOTHING
    if len(given) % 3:
        return Text(
            "Three trainings of the same length were asked for; the numbers of their updates differ.",
            "같은 길이로 세 번 학습시켰는데 갱신의 수가 서로 다릅니다.",
        )
    length = len(given) // 3
    runs = [[x for x, _ in given[start : start + length]] for start in range(0, len(given), length)]
    orders, marks = ([np.concatenate([of(x) for x in run]).tolist() for run in runs] for of in (numbers_of, marks_of))
    if orders[0] != orders[1]:
        return Text(
            "Two trainings with the same seed take the images in different orders: the order does not come from rng.",
            "시드가 같은 두 학습에서 이미지의 순서가 다릅니다. 순서를 rng로 정하지 않았습니다.",
        )
    if marks[0] != marks[1]:
        return Text(
            "Two trainings with the same seed change the images differently: change did not get rng.",
            "시드가 같은 두 학습에서 이미지가 다르게 바뀝니다. change에 rng를 넘기지 않았습니다.",
        )
    if orders[0] == orders[2]:
        return Text(
            "Two seeds give the same order of the images: the order does not come from rng.",
            "시드가 다른데 이미지의 순서가 같습니다. 순서를 rng로 정하지 않았습니다.",
        )
    if marks[0] == marks[2] and any(marks[0]):
        return Text(
            "Two seeds change the images in the same way: change did not get rng.",
            "시드가 다른데 이미지가 똑같이 바뀝니다. change에 rng를 넘기지 않았습니다.",
        )
    return None


def read_changes(x, out):
    """Return how each image of `out` (N, 3, H, W) came from that of x: (mirrored, order, gains), or None."""
    found = [None] * len(x)
    for mirrored in (False, True):
        for order in ORDERS:
            ratio = out / (x[..., ::-1] if mirrored else x)[:, order]
            gains = ratio.mean(axis=(2, 3))
            fits = np.isclose(ratio, gains[:, :, None, None], rtol=1e-4, atol=0).all(axis=(1, 2, 3))
            for n in np.flatnonzero(fits):
                found[n] = mirrored, order, gains[n]
    return found


def changes_of(given, case):
    """Return how each image was changed (see read_changes), or a Text where the shape is wrong."""
    x, out = case.question["args"]["x"], np.asarray(given["out"])
    if out.shape != x.shape:
        return Text(
            f"out has the shape {out.shape}; expected {x.shape}.",
            f"out의 shape이 {out.shape}입니다. 기대한 shape은 {x.shape}입니다.",
        )
    return read_changes(x.astype(float), out.astype(float))


def broken_content(given, case):
    found, x, out = changes_of(given, case), case.question["args"]["x"], np.asarray(given["out"])
    if isinstance(found, Text):
        return found
    for n, how in enumerate(found):
        if how is None:
            if read_changes(x[n : n + 1, :, ::-1], out[n : n + 1])[0] is not None:
                return Text(f"Image {n} stands on its head.", f"{n}번 이미지가 위아래로 뒤집혔습니다.")
            if any(np.ptp(out[n, c] / out[n, c - 1]) < 1e-3 for c in range(3)):
                return Text(
                    f"Two channels of image {n} come from the same one.",
                    f"{n}번 이미지의 두 채널이 같은 채널에서 나왔습니다.",
                )
            if any(other is not None for other in read_changes(x, np.broadcast_to(out[n], x.shape))):
                return Text(
                    f"Where image {n} was, there is another one.", f"{n}번 이미지 자리에 다른 이미지가 있습니다."
                )
            return Text(
                f"Image {n} is more than mirrored, its channels reordered and each multiplied by one number.",
                f"{n}번 이미지에서 좌우 반전, 채널 순서, 채널마다 곱한 수 말고도 달라진 것이 있습니다.",
            )
        low, high = how[2].min(), how[2].max()
        if low < 0.499 or high > 1.001:
            return Text(
                f"The channels of image {n} were multiplied by {low:.3g} to {high:.3g}; expected 0.5 to 1.",
                f"{n}번 이미지의 채널에 {low:.3g}에서 {high:.3g}까지의 수를 곱했습니다. 0.5에서 1까지여야 합니다.",
            )
    return None


def broken_own(given, case):
    """Among 400 images chance breaks one of these bounds less than once in a million times."""
    found = changes_of(given, case)
    if isinstance(found, Text):
        return found
    if None in found:
        return Text("Some images are no such change.", "그렇게 바꾼 것이 아닌 이미지가 있습니다.")
    mirrored = np.array([how[0] for how in found])
    places = np.array([ORDERS.index(how[1]) for how in found])
    gains = np.array([how[2] for how in found])
    if len(set(mirrored)) == len(set(places)) == 1 and np.allclose(gains, gains[0], rtol=1e-4):
        return Text("All images of the batch are changed in the same way.", "배치의 이미지가 모두 똑같이 바뀌었습니다.")
    if np.allclose(gains, 1, rtol=1e-4):
        return Text("No channel is multiplied by anything.", "어느 채널에도 수를 곱하지 않았습니다.")
    plain = int(np.sum(~mirrored & (places == 0) & np.isclose(gains, 1, rtol=1e-4).all(axis=1)))
    if plain > 5:
        return Text(f"{plain} of 400 images are not changed at all.", f"이미지 400장 중 {plain}장이 그대로입니다.")
    if not 0.36 < mirrored.mean() < 0.64:
        share = f"{100 * mirrored.mean():.0f} %"
        return Text(
            f"{share} of 400 images are mirrored; expected about half.",
            f"이미지 400장 중 {share}가 뒤집혔습니다. 절반쯤이어야 합니다.",
        )
    counts = [np.bincount(places[mirrored == side], minlength=6) for side in (False, True)]
    if min(map(min, counts)) < 5 or not 25 < sum(counts).min() <= sum(counts).max() < 112:
        text = ", ".join(map(str, sum(counts)))
        return Text(
            f"The six orders of the channels come {text} times in 400 images; expected about 67 each, mirrored or not.",
            f"이미지 400장에서 채널의 여섯 순서가 {text}번 나왔습니다. 뒤집혔든 아니든 67번쯤씩이어야 합니다.",
        )
    if np.ptp(gains[:, 0]) < 0.4:
        return Text(
            "The numbers that channels are multiplied by are too much alike in all images; each image has its own.",
            "채널에 곱한 수가 이미지마다 너무 비슷합니다. 이미지마다 따로 뽑아야 합니다.",
        )
    if np.ptp(gains[:, 1] - gains[:, 2]) < 0.4:
        return Text(
            "The numbers that the channels of an image are multiplied by are too much alike; each channel has its own.",
            "한 이미지의 채널들에 곱한 수가 너무 비슷합니다. 채널마다 따로 뽑아야 합니다.",
        )
    low, high = (float(np.mean(gains < 0.6)), float(np.mean(gains > 0.9)))
    if not (0.14 < low < 0.26 and 0.14 < high < 0.26):
        return Text(
            f"{100 * low:.0f} % of the numbers lie below 0.6 and {100 * high:.0f} % above 0.9; expected 20 % each.",
            f"수의 {100 * low:.0f} %가 0.6 아래, {100 * high:.0f} %가 0.9 위에 있습니다. 20 %씩이어야 합니다.",
        )
    return None


def broken_kept(given, case):
    x, out = case.question["args"]["x"], np.asarray(given["out"])
    if not np.array_equal(given["x"], x):
        return Text(
            "Afterwards x itself is changed: work on a copy.", "호출한 뒤에 x 자체가 바뀌었습니다. 복사본을 쓰십시오."
        )
    if out.dtype != x.dtype:
        return Text(f"out holds {out.dtype}, x {x.dtype}.", f"x의 자료형은 {x.dtype}인데 out은 {out.dtype}입니다.")
    return None


def broken_random(given, case):
    out, again, other = (np.asarray(given[name]) for name in ("out", "again", "other"))
    if not np.array_equal(out, again):
        return Text(
            "Two generators with the same seed give different images: not all numbers come from rng.",
            "시드가 같은 난수 생성기 두 개에서 다른 이미지가 나옵니다. rng로 뽑지 않은 수가 있습니다.",
        )
    if np.array_equal(out, other):
        return Text(
            "Two generators with different seeds give the same images.",
            "시드가 다른 난수 생성기 두 개에서 같은 이미지가 나옵니다.",
        )
    return None
