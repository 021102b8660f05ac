"""u17_selective_search: what the lesson gives, judges for regions and boxes, and draws that rounding cannot turn."""

import numpy as np
from nnref import segmentation
from nnref import selective_search as ref

from nnexam.judge import Finding, describe
from nnexam.model import Text

TRIES = 500  # images drawn until one is firm; a few are enough


def pixel_pairs(H, W):
    """The lesson's own: all pairs of neighbouring pixels, (E, 2), each once; pixel (i, j) is the number i * W + j."""
    pixel = np.arange(H * W).reshape(H, W)
    sides = (
        (pixel[:, :-1], pixel[:, 1:]),
        (pixel[:-1], pixel[1:]),
        (pixel[:-1, :-1], pixel[1:, 1:]),
        (pixel[:-1, 1:], pixel[1:, :-1]),
    )
    return np.concatenate([np.stack([p.ravel(), q.ravel()], axis=1) for p, q in sides])


def touching(labels):
    """The lesson's own: a list of pairs (i, j), i < j, of the regions that have pixels side by side."""
    labels = np.asarray(labels)
    sides = (labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])
    pairs = np.concatenate([np.stack([a.ravel(), b.ravel()], axis=1) for a, b in sides])
    return [(i, j) for i, j in np.unique(np.sort(pairs, axis=1), axis=0).tolist() if i != j]


def numbered(labels):
    """Return the regions of a label image with the numbers 0, 1, ... in the order in which they first appear."""
    labels = np.asarray(labels)
    number = {}
    return np.reshape([number.setdefault(label, len(number)) for label in labels.ravel().tolist()], labels.shape)


class SameRegions:
    """The same pixels together as in the reference's answer, whatever their numbers are."""

    def find(self, expected, given, case):
        answer, given = given, _numbers(given)
        if given is None:
            return Finding("type", "", describe(expected), describe(answer))
        if given.shape != expected.shape:
            return Finding("shape", "", str(expected.shape), str(given.shape))
        right, found = numbered(expected), numbered(given)
        if np.array_equal(right, found):
            return None
        y, x = (int(place) for place in np.argwhere(right != found)[0])
        apart, together = self._first_pair(right, found, y, x)
        counts = int(right.max()) + 1, int(found.max()) + 1
        one = right[apart] == right[together]
        said = Text(
            f"Number of regions: {{given}}; expected {{expected}}. Pixels {apart} and {together} must be in "
            + ("one region." if one else "two different regions."),
            f"영역의 수: {{given}}. 기대한 값은 {{expected}}입니다. 픽셀 {apart}와 픽셀 {together}는 "
            + ("한 영역에 있어야 합니다." if one else "서로 다른 영역에 있어야 합니다."),
        )
        return Finding("said", "", str(counts[0]), str(counts[1]), said=said)

    @staticmethod
    def _first_pair(right, found, y, x):
        """Return (y, x) and the first pixel on whose company with it the two answers differ."""
        differ = (right == right[y, x]) != (found == found[y, x])
        other = tuple(int(place) for place in np.argwhere(differ)[0])
        return (y, x), other

    def same(self, one, other, case):
        one, other = _numbers(one), _numbers(other)
        if one is None or other is None or one.shape != other.shape:
            return False
        return bool(np.array_equal(numbered(one), numbered(other)))


class SameBoxes:
    """The same boxes as the reference's, in any order; how often each comes is not looked at."""

    def find(self, expected, given, case):
        right, found = _box_set(expected), _box_set(given)
        if found is None:
            return Finding("type", "", describe(expected), describe(given))
        for box in sorted(right - found):
            said = Text("The box {expected} is missing.", "상자 {expected}이(가) 없습니다.")
            return Finding("said", "", str(list(box)), describe(given), said=said)
        for box in sorted(found - right):
            said = Text("No region ever has the box {given}.", "어떤 영역도 상자 {given}을(를) 갖지 않습니다.")
            return Finding("said", "", "", str(list(box)), said=said)
        return None

    def same(self, one, other, case):
        one, other = _box_set(one), _box_set(other)
        return one is not None and one == other


def _numbers(value):
    """Return an array (H, W) of numbers, or None."""
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return array if array.ndim == 2 and array.size and array.dtype.kind in "biuf" else None


def _box_set(value):
    """Return the rows of an array (n, 4) as a set of tuples, or None."""
    array = _numbers(value)
    if array is None or array.shape[1] != 4:
        return None
    return {tuple(row) for row in np.round(array.astype(float), 3).tolist()}


def broken_numbers(given, case):
    """Labels must be whole numbers 0 to n - 1, each there; what belongs together is another aspect's business."""
    labels = np.asarray(given)
    H, W = case.question["args"]["img"].shape[1:]
    if labels.shape != (H, W):
        return Text(
            f"The labels have the shape {labels.shape}; expected (H, W) = {(H, W)}.",
            f"레이블의 shape이 {labels.shape}입니다. (H, W) = {(H, W)}이어야 합니다.",
        )
    if labels.dtype.kind not in "iu":
        return Text(
            f"The labels are {labels.dtype}; they must be whole numbers, since other code uses them as indices.",
            f"레이블의 자료형이 {labels.dtype}입니다. 뒤에서 인덱스로 쓰므로 정수여야 합니다.",
        )
    values = np.unique(labels).tolist()
    if values != list(range(len(values))):
        return Text(
            f"The labels are {_some(values)}: they must be 0 to n − 1, without a gap.",
            f"레이블이 {_some(values)}입니다. 0부터 n − 1까지 빠짐없이 써야 합니다.",
        )
    return None


def _some(values):
    return ", ".join(map(str, values[:5])) + (", …" if len(values) > 5 else "")


def broken_once(given, case):
    rows = np.round(np.asarray(given, dtype=float), 3)
    if rows.ndim != 2 or rows.shape[1] != 4:
        raise ValueError("not boxes")
    if len(np.unique(rows, axis=0)) < len(rows):
        return Text(
            "A box stands in the result twice; keep each once.",
            "같은 상자가 결과에 두 번 있습니다. 한 번만 남기십시오.",
        )
    return None


def broken_last(given, case):
    H, W = case.question["args"]["img"].shape[1:]
    last = np.asarray(given, dtype=float)[-1]
    if last.shape != (4,):
        raise ValueError("not boxes")
    if not np.allclose(last, [0, 0, W, H], atol=1e-3):
        return Text(
            f"The last box is {np.round(last, 2).tolist()}; expected the whole image, {[0, 0, W, H]}.",
            f"마지막 상자가 {np.round(last, 2).tolist()}입니다. 이미지 전체인 {[0, 0, W, H]}이어야 합니다.",
        )
    return None


def firm_regions(rng, draw, k, min_size):
    """Draw images until the regions do not depend on rounding: noise as large as float32's leaves them as they are."""
    for _ in range(TRIES):
        img = draw()
        right = segmentation.felzenszwalb(img, k, min_size)
        noisy = (img + rng.uniform(-1e-6, 1e-6, img.shape) for _ in range(4))
        if all(np.array_equal(segmentation.felzenszwalb(other, k, min_size), right) for other in noisy):
            return img
    raise RuntimeError("no image whose regions are firm")


def firm_merges(rng, draw, k, min_size, bins):
    """Draw images, firm as above, until each best pair is clearly the best; all values lie inside their bins."""
    for _ in range(TRIES):
        img = firm_regions(rng, draw, k, min_size)
        labels = segmentation.felzenszwalb(img, k, min_size)
        place = img * bins
        if np.abs(place - np.round(place)).min() > 1e-3 and _clear(ref.region_features(img, labels, bins), labels):
            return img
    raise RuntimeError("no image whose mergers are firm")


def _clear(regions, labels):
    pairs = set(touching(labels))
    while pairs:
        score = {pair: ref.similarity(regions[pair[0]], regions[pair[1]], labels.size) for pair in pairs}
        best, *others = sorted(pairs, key=score.get, reverse=True)
        if others and score[best] - score[others[0]] < 1e-4:
            return False
        regions = [*regions, ref.merge(regions[best[0]], regions[best[1]])]
        new = len(regions) - 1
        pairs = {tuple(sorted(new if i in best else i for i in pair)) for pair in pairs - {best}}
    return True
