"""u17_selective_search: the mistakes that students really make, each with what to look at.

What the lesson gives (pixel_pairs, touching) and what earlier exercises made is used as in the lesson.
"""

import numpy as np
from nnref.boxes import iou_matrix
from nnref.segmentation import DisjointSet, felzenszwalb
from nnref.selective_search import merge, region_features, similarity

from .exercises import MERGE, RECALL_AT, REGION_FEATURES, SELECTIVE_SEARCH, SIMILARITY
from .graphs import DISJOINT_SET, FELZENSZWALB
from .parts import pixel_pairs, touching


class Sets:
    """The right one, for small changes."""

    def __init__(self, n):
        self.parent = list(range(n))
        self.count = [1] * n

    def find(self, i):
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if i != j:
            self.parent[j] = i
            self.count[i] += self.count[j]
        return i

    def size(self, i):
        return self.count[self.find(i)]


class BySize(Sets):
    """The right one that hangs the smaller set under the larger."""

    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if i != j:
            if self.count[i] < self.count[j]:
                i, j = j, i
            self.parent[j] = i
            self.count[i] += self.count[j]
        return i


@DISJOINT_SET.mistake(
    "union hangs j itself under i. If j is not a root, it leaves its old set, and the others of that set stay behind. Find "
    "both roots first and hang one root under the other.",
    "union이 j 자체를 i 밑에 달았습니다. j가 뿌리가 아니면 j만 옛 집합을 떠나고 나머지는 남습니다. 먼저 두 뿌리를 찾아, 한 뿌리를 "
    "다른 뿌리 밑에 다십시오.",
)
class UnitesMembers(Sets):
    def union(self, i, j):
        self.parent[j] = i
        self.count[i] += self.count[j]
        return self.find(i)


@DISJOINT_SET.mistake(
    "union hangs j itself under the root of i. If j is not a root, it leaves its old set, and the others of that set stay "
    "behind. Hang the root of j there.",
    "union이 j 자체를 i의 뿌리 밑에 달았습니다. j가 뿌리가 아니면 j만 옛 집합을 떠나고 나머지는 남습니다. j의 뿌리를 "
    "다십시오.",
)
class HangsTheMember(Sets):
    def union(self, i, j):
        a, b = self.find(i), self.find(j)
        if a != b:
            self.parent[j] = a
            self.count[a] += self.count[b]
        return a


@DISJOINT_SET.mistake(
    "union hangs i itself under j. If i is not a root, it leaves its old set, and the others of that set stay behind. Find "
    "both roots first and hang one root under the other.",
    "union이 i 자체를 j 밑에 달았습니다. i가 뿌리가 아니면 i만 옛 집합을 떠나고 나머지는 남습니다. 먼저 두 뿌리를 찾아, 한 뿌리를 "
    "다른 뿌리 밑에 다십시오.",
)
class UnitesTheFirst(Sets):
    def union(self, i, j):
        self.parent[i] = j
        self.count[j] += self.count[i]
        return self.find(i)


@DISJOINT_SET.mistake(
    "Only one of the two is replaced by its root: the root of j is hung under i itself, which may be a member in the middle of "
    "a tree. The sets are right so, but the size is added at i, where nobody looks for it.",
    "둘 가운데 하나만 뿌리로 바꾸었습니다. j의 뿌리를 i 자체에 달았는데, i는 나무 중간에 있는 원소일 수 있습니다. 집합은 맞지만 "
    "크기가 i에 더해져서, 뿌리에서 읽으면 나오지 않습니다.",
)
class HalfAUnion(Sets):
    def union(self, i, j):
        j = self.find(j)
        if self.find(i) != j:
            self.parent[j] = i
            self.count[i] += self.count[j]
        return self.find(i)


@DISJOINT_SET.mistake(
    "Every set keeps the size 1: union does not add the sizes, or adds them at the root that it has just hung below the "
    "other. Add at the one that stays a root.",
    "집합의 크기가 모두 1로 남습니다. union이 크기를 더하지 않았거나, 방금 다른 뿌리 밑에 단 쪽에 더했습니다. 뿌리로 남는 쪽에 "
    "더하십시오.",
)
class SizesNotAdded(Sets):
    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        self.parent[j] = i
        return i


@DISJOINT_SET.mistake(
    "size looks at i itself. Only the root knows the size of the set: look there, at find(i).",
    "size가 i 자체를 봅니다. 집합의 크기는 뿌리만 압니다. find(i)의 값을 보십시오.",
)
class SizeOfTheMember(Sets):
    def size(self, i):
        return self.count[i]


@DISJOINT_SET.mistake(
    "size reads the count at i itself, which is out of date where i is not the root. Read it at find(i).",
    "size가 i에 적힌 개수를 읽습니다. i가 뿌리가 아니면 옛 개수입니다. find(i)에 적힌 개수를 읽으십시오.",
)
class SizeOfTheMemberBySize(BySize):
    def size(self, i):
        return self.count[i]


@DISJOINT_SET.mistake(
    "A union of two members of one set adds its size to itself. Where both roots are the same, nothing may happen.",
    "이미 한 집합인 두 원소를 합칠 때 크기가 자기 자신에게 또 더해집니다. 두 뿌리가 같으면 아무것도 하지 마십시오.",
)
class SizeDoubled(Sets):
    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        self.parent[j] = i
        self.count[i] += self.count[j]
        return i


@DISJOINT_SET.mistake(
    "The size goes up by 1 at each union, as if the other set always had one member. Add the size of the other set.",
    "합칠 때마다 크기가 1만 늘어납니다. 상대 집합의 원소가 늘 하나인 것은 아닙니다. 상대 집합의 크기를 더하십시오.",
)
class OneMoreEachTime(Sets):
    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if i != j:
            self.parent[j] = i
            self.count[i] += 1
        return i


@DISJOINT_SET.mistake(
    "find goes up one step only. The parent may have a parent of its own: go on until a number is its own parent.",
    "find가 한 걸음만 올라갑니다. 부모에게도 부모가 있을 수 있습니다. 자기가 자기의 부모인 수가 나올 때까지 올라가십시오.",
)
class OneStepUp(Sets):
    def find(self, i):
        return self.parent[i]


@DISJOINT_SET.mistake(
    "Each number keeps the label of its set, but union renames only those whose label is j itself. It must rename all that have "
    "the label of j: several unions later that is another number.",
    "수마다 집합의 레이블을 적어 두는데, union이 레이블이 j인 것만 바꿉니다. j의 레이블과 레이블이 같은 것을 모두 바꿔야 합니다. "
    "몇 번 합치고 나면 j의 레이블은 j가 아닐 수 있습니다.",
)
class RenamesTheArgument(Sets):
    def find(self, i):
        return self.parent[i]

    def union(self, i, j):
        self.parent = [self.parent[i] if label == j else label for label in self.parent]
        return self.parent[i]

    def size(self, i):
        return self.parent.count(self.parent[i])


@DISJOINT_SET.mistake(
    "find goes up two steps and stops. The way to the root may be longer: go on until a number is its own parent.",
    "find가 두 걸음만 올라가고 멈춥니다. 뿌리까지 더 멀 수 있습니다. 자기가 자기의 부모인 수가 나올 때까지 올라가십시오.",
)
class TwoStepsUp(BySize):
    def find(self, i):
        return self.parent[self.parent[i]]


@DISJOINT_SET.mistake(
    "find goes up three steps and stops. The way to the root may be longer: go on until a number is its own parent.",
    "find가 세 걸음만 올라가고 멈춥니다. 뿌리까지 더 멀 수 있습니다. 자기가 자기의 부모인 수가 나올 때까지 올라가십시오.",
)
class ThreeStepsUp(BySize):
    def find(self, i):
        return self.parent[self.parent[self.parent[i]]]


@DISJOINT_SET.mistake(
    "find calls itself and drops the answer, so that it returns i itself. Write return self.find(...), or go up in a loop.",
    "find가 자기 자신을 부르고 그 답을 버려서 i 자체를 반환합니다. return self.find(...)로 쓰거나 반복문으로 올라가십시오.",
)
class FindDropsTheAnswer(Sets):
    def find(self, i):
        if self.parent[i] != i:
            self.find(self.parent[i])
        return i


@DISJOINT_SET.mistake(
    "union returns nothing where i and j are in one set already. It must return their root then, too.",
    "i와 j가 이미 한 집합에 있을 때 union이 아무것도 반환하지 않습니다. 그때도 그 뿌리를 반환하십시오.",
)
class NothingIfOne(Sets):
    def union(self, i, j):
        if self.find(i) == self.find(j):
            return None
        return super().union(i, j)


@DISJOINT_SET.mistake(
    "union returns nothing. It must return the root of the new set.",
    "union이 아무것도 반환하지 않습니다. 새 집합의 뿌리를 반환하십시오.",
)
class ReturnsNothing(Sets):
    def union(self, i, j):
        super().union(i, j)


@DISJOINT_SET.mistake(
    "union returns the argument i, which need not be a root. Return the root of the new set.",
    "union이 인수 i를 그대로 반환합니다. i는 뿌리가 아닐 수 있습니다. 새 집합의 뿌리를 반환하십시오.",
)
class ReturnsTheArgument(Sets):
    def union(self, i, j):
        super().union(i, j)
        return i


@DISJOINT_SET.mistake(
    "union returns the argument i, which need not be the root, least of all where i's set was the smaller one. Return the "
    "root of the new set.",
    "union이 인수 i를 그대로 반환합니다. i는 뿌리가 아닐 수 있고, i의 집합이 작은 쪽이면 더욱 그렇습니다. 새 집합의 뿌리를 "
    "반환하십시오.",
)
class ReturnsTheArgumentBySize(BySize):
    def union(self, i, j):
        super().union(i, j)
        return i


@DISJOINT_SET.mistake(
    "Where i and j are in one set already, union returns the argument i, which need not be the root. Return the root there, "
    "too.",
    "i와 j가 이미 한 집합에 있을 때 union이 인수 i를 그대로 반환합니다. i는 뿌리가 아닐 수 있습니다. 그때도 뿌리를 "
    "반환하십시오.",
)
class ReturnsTheArgumentIfOne(Sets):
    def union(self, i, j):
        if self.find(i) == self.find(j):
            return i
        return super().union(i, j)


@DISJOINT_SET.mistake(
    "i and j are compared before find: union(i, i) returns i, which need not be the root. Call find for both first.",
    "find를 부르기 전에 i와 j를 비교했습니다. union(i, i)가 i를 반환하는데, i는 뿌리가 아닐 수 있습니다. 먼저 둘 다 find를 부르십시오.",
)
class ComparesTheArguments(Sets):
    def union(self, i, j):
        if i == j:
            return i
        return super().union(i, j)


@DISJOINT_SET.mistake(
    "union returns the root that has just been hung below the other: it is a root no longer.",
    "union이 방금 다른 뿌리 밑에 단 쪽을 반환합니다. 그것은 이제 뿌리가 아닙니다.",
)
class ReturnsTheOldRoot(Sets):
    def union(self, i, j):
        j = self.find(j)
        super().union(i, j)
        return j


@DISJOINT_SET.mistake(
    "The lists belong to the class, not to the object: all objects share them. Make them in __init__, as self.parent.",
    "리스트가 객체가 아니라 클래스에 있어서 모든 객체가 함께 씁니다. __init__에서 self.parent처럼 만드십시오.",
)
class SharedLists(Sets):
    everywhere, counts = [], []

    def __init__(self, n):
        self.parent, self.count = self.everywhere, self.counts
        for i in range(len(self.parent), n):
            self.parent.append(i)
            self.count.append(1)


def edges(img):
    """The weights and pixels of all edges, in the right order."""
    C, H, W = img.shape
    colours = img.reshape(C, H * W).T
    pairs = pixel_pairs(H, W)
    weights = np.sqrt(np.sum((colours[pairs[:, 0]] - colours[pairs[:, 1]]) ** 2, axis=1))
    return weighed(pairs, weights)


def weighed(pairs, weights):
    order = np.argsort(weights, kind="stable")
    return [(float(weights[e]), *pairs[e].tolist()) for e in order]


def first_rule(edges, n, k, bound=min):
    """The right one: unite along the edges that are light enough."""
    regions, inside = DisjointSet(n), np.zeros(n)
    for w, i, j in edges:
        i, j = regions.find(i), regions.find(j)
        if i != j and w <= bound(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j)):
            inside[regions.union(i, j)] = w
    return regions


def second_rule(regions, edges, min_size):
    for _, i, j in edges:
        if min(regions.size(i), regions.size(j)) < min_size:
            regions.union(i, j)
    return regions


def labelled(regions, img):
    H, W = img.shape[1:]
    roots = [regions.find(i) for i in range(H * W)]
    return np.unique(roots, return_inverse=True)[1].reshape(H, W)


def pixels(img):
    return img.shape[1] * img.shape[2]


def right_labels(img, k, min_size):
    """The right ones, for small changes."""
    return labelled(second_rule(first_rule(edges(img), pixels(img), k), edges(img), min_size), img)


@FELZENSZWALB.mistake(
    "The edges are taken as they stand, not the lightest first: a border may be crossed while both sides are still single "
    "pixels. Sort by weight, np.argsort(weights).",
    "간선을 가벼운 것부터가 아니라 놓인 순서대로 썼습니다. 양쪽이 아직 픽셀 하나일 때 경계를 넘어 버립니다. np.argsort(weights)로 "
    "무게순으로 정렬하십시오.",
)
def edges_unsorted(img, k, min_size):
    pairs = pixel_pairs(*img.shape[1:])
    colours = img.reshape(len(img), -1).T
    weights = np.linalg.norm(colours[pairs[:, 0]] - colours[pairs[:, 1]], axis=1)
    every = [(w, *pair) for w, pair in zip(weights.tolist(), pairs.tolist(), strict=True)]
    return labelled(second_rule(first_rule(every, pixels(img), k), every, min_size), img)


@FELZENSZWALB.mistake(
    "The heaviest edge comes first. The lightest must: small weights mean the same colour.",
    "가장 무거운 간선부터 썼습니다. 가벼운 것부터여야 합니다. 무게가 작을수록 색이 비슷합니다.",
)
def heaviest_first(img, k, min_size):
    every = edges(img)[::-1]
    return labelled(second_rule(first_rule(every, pixels(img), k), every, min_size), img)


@FELZENSZWALB.mistake(
    "Every edge is compared with k alone: one threshold for the whole image. The bound belongs to each region, "
    "Int + k / size, and changes while it grows.",
    "모든 간선을 k 하나와 비교합니다. 이미지 전체에 임계값이 하나인 셈입니다. 한계는 영역마다 Int + k / 크기이고, 영역이 자라면서 "
    "바뀝니다.",
)
def one_threshold(img, k, min_size):
    regions, every = DisjointSet(pixels(img)), edges(img)
    for w, i, j in every:
        if w <= k:
            regions.union(i, j)
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "k is divided by the size that the region had before the union. Divide by the size of the region as it is when the edge "
    "comes.",
    "k를 합치기 전의 크기로 나누었습니다. 간선을 살펴보는 지금의 영역 크기로 나누십시오.",
)
def old_size(img, k, min_size):
    regions, every = DisjointSet(pixels(img)), edges(img)
    limit = [float(k)] * pixels(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and w <= min(limit[i], limit[j]):
            size = regions.size(i)
            limit[regions.union(i, j)] = w + k / size
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "The allowance k / size is never renewed: each region keeps the k of a single pixel beside its Int.",
    "여유 k / 크기를 새로 구하지 않습니다. 영역이 자라도 Int에 픽셀 하나일 때의 k를 그대로 더합니다.",
)
def size_forgotten(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and w <= min(inside[i] + k, inside[j] + k):
            inside[regions.union(i, j)] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "Int stays 0: a region forgets the weight that joined it. After a union, Int of the new root is w itself, not the larger of "
    "the two old Ints; and it needs floats, since whole numbers cut 0.4 to 0.",
    "Int가 늘 0입니다. 영역이 자신을 이은 무게를 잊었습니다. 합친 뒤에 새 뿌리의 Int는 옛 Int 가운데 큰 쪽이 아니라 w 자체입니다. "
    "또 정수 배열에 적으면 0.4가 0이 되므로 실수로 적어야 합니다.",
)
def inside_missing(img, k, min_size):
    regions, every = DisjointSet(pixels(img)), edges(img)
    for w, i, j in every:
        if w <= min(k / regions.size(i), k / regions.size(j)):
            regions.union(i, j)
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "Int is kept in whole numbers: 0.4 becomes 0 and 1.7 becomes 1. Make a list or an array of floats, 0.0 for each pixel.",
    "Int를 정수로 적었습니다. 0.4가 0이 되고 1.7이 1이 됩니다. 픽셀마다 0.0인 실수 리스트나 배열을 만드십시오.",
)
def inside_in_ints(img, k, min_size):
    return by_rule(img, k, min_size, within_bounds, lambda w, a, b: int(w))


@FELZENSZWALB.mistake(
    "The new Int is stored at the root of the first pixel, which need not stay the root. Store it at the root that union "
    "returns.",
    "새 Int를 첫째 픽셀의 뿌리에 적었습니다. 그 뿌리가 남는다는 보장이 없습니다. union이 반환하는 뿌리에 적으십시오.",
)
def inside_at_the_first(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and within_bounds(w, inside[i], inside[j], regions.size(i), regions.size(j), k):
            regions.union(i, j)
            inside[i] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "The new Int is stored at the root of the second pixel, which need not stay the root. Store it at the root that union "
    "returns.",
    "새 Int를 둘째 픽셀의 뿌리에 적었습니다. 그 뿌리가 남는다는 보장이 없습니다. union이 반환하는 뿌리에 적으십시오.",
)
def inside_at_the_second(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and within_bounds(w, inside[i], inside[j], regions.size(i), regions.size(j), k):
            regions.union(i, j)
            inside[j] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "The new Int is stored at the pixel of the edge, but the region is asked at its root. Store it at the root that union "
    "returns.",
    "새 Int를 간선 끝의 픽셀에 적었습니다. 영역의 Int는 뿌리에서 읽으므로 union이 반환하는 뿌리에 적으십시오.",
)
def inside_at_the_pixel(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, p, q in every:
        i, j = regions.find(p), regions.find(q)
        if i != j and within_bounds(w, inside[i], inside[j], regions.size(i), regions.size(j), k):
            regions.union(i, j)
            inside[p] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "An edge inside one region raises its Int. Only a union may: Int is the largest weight that was needed to put the region "
    "together. Skip an edge whose two ends have one root.",
    "한 영역 안의 간선이 그 영역의 Int를 올립니다. Int는 영역을 이루는 데 쓰인 가장 큰 무게이므로 합칠 때만 바뀝니다. 양 끝의 뿌리가 같은 "
    "간선은 건너뛰십시오.",
)
def inner_edges_counted(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i == j:
            inside[i] = max(inside[i], w)
        elif within_bounds(w, inside[i], inside[j], regions.size(i), regions.size(j), k):
            inside[regions.union(i, j)] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "Int is read at the pixel and not at the root of its region: a pixel inside knows nothing of what came later.",
    "Int를 영역의 뿌리가 아니라 픽셀에서 읽습니다. 안쪽 픽셀은 그 뒤의 일을 모릅니다.",
)
def inside_of_the_pixel(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        bound = min(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j))
        if regions.find(i) != regions.find(j) and w <= bound:
            inside[regions.union(i, j)] = w
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "The larger of the two bounds decides, so that one region alone can force the union. Both must agree: take the smaller.",
    "두 한계 가운데 큰 쪽으로 정합니다. 그러면 한쪽 영역만 원해도 합쳐집니다. 둘 다 받아들여야 하므로 작은 쪽을 쓰십시오.",
)
def larger_bound(img, k, min_size):
    every = edges(img)
    return labelled(second_rule(first_rule(every, pixels(img), k, max), every, min_size), img)


def within_bounds(w, a, b, m, n, k):
    """The right rule, for by_rule."""
    return w <= min(a + k / m, b + k / n)


def by_rule(img, k, min_size, accepts, grown=lambda w, a, b: w):
    """The right one, but for the bound and what becomes of Int; accepts(w, Int, Int, size, size, k)."""
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and accepts(w, inside[i], inside[j], regions.size(i), regions.size(j), k):
            new = grown(w, inside[i], inside[j])
            inside[regions.union(i, j)] = new
    return labelled(second_rule(regions, every, min_size), img)


@FELZENSZWALB.mistake(
    "The smaller Int and the smaller allowance are taken apart. Each region has one bound, Int + k / size; take the smaller of "
    "the two sums.",
    "작은 쪽 Int와 여유를 따로 골랐습니다. 영역마다 한계 Int + k / 크기를 먼저 구하고, 두 합 가운데 작은 쪽을 쓰십시오.",
)
def taken_apart(img, k, min_size):
    return by_rule(img, k, min_size, lambda w, a, b, m, n, k: w <= min(a, b) + k / min(m, n))


@FELZENSZWALB.mistake(
    "The larger Int is taken with the allowance of the larger region. Each region has one bound of its own, Int + k / size; take the "
    "smaller of the two sums.",
    "큰 쪽 Int에 큰 영역의 여유를 더했습니다. 영역마다 자기 한계 Int + k / 크기를 구하고, 두 합 가운데 작은 쪽을 쓰십시오.",
)
def larger_taken_apart(img, k, min_size):
    return by_rule(img, k, min_size, lambda w, a, b, m, n, k: w <= max(a, b) + k / max(m, n))


@FELZENSZWALB.mistake(
    "k is divided by the size of both regions together. Each region is asked for itself: Int(A) + k / |A|, Int(B) + k / |B|.",
    "k를 두 영역을 합친 크기로 나누었습니다. 영역마다 따로 Int(A) + k / |A|, Int(B) + k / |B|를 구하십시오.",
)
def joint_size(img, k, min_size):
    return by_rule(img, k, min_size, lambda w, a, b, m, n, k: w <= min(a, b) + k / (m + n))


@FELZENSZWALB.mistake(
    "k is multiplied by the size, so that large regions accept everything. The allowance shrinks as a region grows: k / size.",
    "k에 크기를 곱해서 큰 영역이 무엇이든 받아들입니다. 여유는 영역이 자라면서 줄어듭니다. k / 크기입니다.",
)
def times_size(img, k, min_size):
    return by_rule(img, k, min_size, lambda w, a, b, m, n, k: w <= min(a + k * m, b + k * n))


@FELZENSZWALB.mistake(
    "The weights inside a region are added up. Int is the largest of them: after a union just w.",
    "영역 안의 무게를 모두 더했습니다. Int는 그 가운데 가장 큰 것, 곧 합친 뒤에는 그냥 w입니다.",
)
def weights_added(img, k, min_size):
    return by_rule(img, k, min_size, within_bounds, lambda w, a, b: a + b + w)


@FELZENSZWALB.mistake(
    "An edge that weighs exactly as much as the bound is refused, so for k = 0 nothing is united. The rule is w <= bound.",
    "무게가 한계와 정확히 같은 간선을 물리쳤습니다. k = 0이면 아무것도 합쳐지지 않습니다. 규칙은 w <= 한계입니다.",
)
def strictly_less(img, k, min_size):
    regions, inside, every = DisjointSet(pixels(img)), np.zeros(pixels(img)), edges(img)
    for w, i, j in every:
        i, j = regions.find(i), regions.find(j)
        if i != j and w < min(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j)):
            inside[regions.union(i, j)] = w
    return labelled(second_rule(regions, every, min_size), img)


def segmented(img, weights, k, min_size):
    every = weighed(pixel_pairs(*img.shape[1:]), weights)
    return labelled(second_rule(first_rule(every, pixels(img), k), every, min_size), img)


def differences(img):
    pairs, colours = pixel_pairs(*img.shape[1:]), img.reshape(len(img), -1).T
    return colours[pairs[:, 0]] - colours[pairs[:, 1]]


@FELZENSZWALB.mistake(
    "The weight is the sum of the differences of the channels, 3 + 4 = 7. Asked is the distance √(9 + 16) = 5.",
    "무게로 채널 차이의 합 3 + 4 = 7을 썼습니다. 구할 것은 거리 √(9 + 16) = 5입니다.",
)
def sum_of_channels(img, k, min_size):
    return segmented(img, np.abs(differences(img)).sum(axis=1), k, min_size)


@FELZENSZWALB.mistake(
    "The square root of the weight is missing: 9 + 16 = 25 for channels that differ by 3 and 4; the distance is 5.",
    "무게에 제곱근이 빠졌습니다. 채널 차이가 3과 4이면 9 + 16 = 25가 아니라 거리 5입니다.",
)
def root_missing(img, k, min_size):
    return segmented(img, (differences(img) ** 2).sum(axis=1), k, min_size)


@FELZENSZWALB.mistake(
    "The weight is the largest difference of a channel, 4 for differences of 3 and 4. Asked is the distance √(9 + 16) = 5.",
    "무게로 채널 차이 가운데 가장 큰 것을 썼습니다. 차이가 3과 4이면 4가 됩니다. 구할 것은 거리 √(9 + 16) = 5입니다.",
)
def largest_channel(img, k, min_size):
    return segmented(img, np.abs(differences(img)).max(axis=1), k, min_size)


@FELZENSZWALB.mistake(
    "The weight is the root of the mean of the squares, √((9 + 16) / 2) for differences of 3 and 4. Asked is the distance, the root "
    "of their sum: √(9 + 16) = 5.",
    "무게가 제곱의 평균의 제곱근입니다. 차이가 3과 4이면 √((9 + 16) / 2)입니다. 구할 것은 거리, 곧 제곱의 합의 제곱근 "
    "√(9 + 16) = 5입니다.",
)
def mean_of_squares(img, k, min_size):
    return segmented(img, np.sqrt((differences(img) ** 2).mean(axis=1)), k, min_size)


@FELZENSZWALB.mistake(
    "The weight is the difference of the mean brightness: red and green of the same brightness become one. Compare channel "
    "by channel.",
    "무게로 평균 밝기의 차이를 썼습니다. 밝기가 같은 빨강과 초록이 하나가 됩니다. 채널마다 비교하십시오.",
)
def grey_weights(img, k, min_size):
    return segmented(img, np.abs(differences(img).mean(axis=1)), k, min_size)


@FELZENSZWALB.mistake(
    "Only the pixels beside and below are neighbours here. Those that touch at a corner are, too: use all of pixel_pairs.",
    "옆과 아래의 픽셀만 이웃으로 보았습니다. 모서리로 맞닿은 픽셀도 이웃입니다. pixel_pairs를 모두 쓰십시오.",
)
def no_diagonals(img, k, min_size):
    H, W = img.shape[1:]
    straight = [(w, i, j) for w, i, j in edges(img) if j - i == W or (j - i == 1 and i // W == j // W)]
    return labelled(second_rule(first_rule(straight, H * W, k), straight, min_size), img)


@FELZENSZWALB.mistake(
    "min_size is not used: small regions stay. Go through the sorted edges a second time.",
    "min_size를 쓰지 않았습니다. 작은 영역이 그대로 남습니다. 정렬한 간선을 한 번 더 훑으십시오.",
)
def no_min_size(img, k, min_size):
    return labelled(first_rule(edges(img), pixels(img), k), img)


@FELZENSZWALB.mistake(
    "A region of exactly min_size pixels is united as well. It is large enough: only fewer count as small.",
    "픽셀이 정확히 min_size개인 영역도 합쳤습니다. 그만하면 충분히 큽니다. 그보다 적을 때만 작은 영역입니다.",
)
def up_to_min_size(img, k, min_size):
    every = edges(img)
    return labelled(second_rule(first_rule(every, pixels(img), k), every, min_size + 1), img)


@FELZENSZWALB.mistake(
    "Small regions are united only with small ones. One of the two sides is enough.",
    "작은 영역끼리만 합쳤습니다. 둘 가운데 하나만 작아도 합칩니다.",
)
def both_small(img, k, min_size):
    every = edges(img)
    regions = first_rule(every, pixels(img), k)
    for _, i, j in every:
        if max(regions.size(i), regions.size(j)) < min_size:
            regions.union(i, j)
    return labelled(regions, img)


@FELZENSZWALB.mistake(
    "The second loop takes the edges as they stand, so that a crumb joins any neighbour. Use the sorted order there, too: it "
    "must join the neighbour across its lightest edge.",
    "둘째 반복문에서 간선을 놓인 순서대로 썼습니다. 부스러기가 아무 이웃에나 붙습니다. 가장 가벼운 간선 너머의 이웃에 붙도록 여기서도 "
    "정렬한 순서를 쓰십시오.",
)
def second_loop_unsorted(img, k, min_size):
    regions = first_rule(edges(img), pixels(img), k)
    return labelled(second_rule(regions, [(0, *pair) for pair in pixel_pairs(*img.shape[1:]).tolist()], min_size), img)


@FELZENSZWALB.mistake(
    "The second loop compares min_size with sizes from before the loop. They change while crumbs join: ask size anew at each "
    "edge.",
    "둘째 반복문에서 반복문이 시작되기 전의 크기를 min_size와 비교합니다. 부스러기가 붙는 동안 크기가 바뀝니다. 간선마다 크기를 다시 "
    "물으십시오.",
)
def sizes_frozen(img, k, min_size):
    every = edges(img)
    regions = first_rule(every, pixels(img), k)
    before = [regions.size(i) for i in range(pixels(img))]
    for _, i, j in every:
        if min(before[i], before[j]) < min_size:
            regions.union(i, j)
    return labelled(regions, img)


@FELZENSZWALB.mistake(
    "All small regions get one and the same label. Unite each with the neighbour across its lightest edge.",
    "작은 영역에 모두 같은 레이블을 주었습니다. 저마다 가장 가벼운 간선 너머의 이웃과 합치십시오.",
)
def small_to_0(img, k, min_size):
    labels = right_labels(img, k, 1)
    small = np.bincount(labels.ravel()) < min_size
    return np.unique(np.where(small[labels], 0, labels), return_inverse=True)[1].reshape(labels.shape)


@FELZENSZWALB.mistake(
    "Small regions are united in the same loop as the others. In the beginning all regions are small, so the rule of the "
    "weights never gets its turn. First one loop for the rule, then one for min_size.",
    "작은 영역을 같은 반복문에서 합쳤습니다. 처음에는 모든 영역이 작아서 무게의 규칙이 쓰일 틈이 없습니다. 규칙을 다 적용한 다음 반복문을 "
    "하나 더 써서 min_size를 적용하십시오.",
)
def small_at_once(img, k, min_size):
    regions, inside = DisjointSet(pixels(img)), np.zeros(pixels(img))
    for w, i, j in edges(img):
        i, j = regions.find(i), regions.find(j)
        smallest = min(regions.size(i), regions.size(j))
        light = w <= min(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j))
        if i != j and (light or smallest < min_size):
            inside[regions.union(i, j)] = w
    return labelled(regions, img)


@FELZENSZWALB.mistake(
    "The labels are the roots themselves, numbers with gaps. Number the n regions 0 to n − 1: "
    "np.unique(roots, return_inverse=True) does it.",
    "레이블이 뿌리의 번호 그대로라서 사이가 비어 있습니다. 영역 n개에 0부터 n − 1까지 번호를 매기십시오. "
    "np.unique(roots, return_inverse=True)가 해 줍니다.",
)
def roots_as_labels(img, k, min_size):
    every = edges(img)
    regions = second_rule(first_rule(every, pixels(img), k), every, min_size)
    return np.array([regions.find(i) for i in range(pixels(img))]).reshape(img.shape[1:])


@FELZENSZWALB.mistake(
    "The labels begin with 1; they must begin with 0, as indices do.",
    "레이블이 1부터 시작합니다. 인덱스처럼 0부터 시작해야 합니다.",
)
def labels_from_1(img, k, min_size):
    return right_labels(img, k, min_size) + 1


@FELZENSZWALB.mistake(
    "The labels are floats (np.zeros makes floats). Other code will use them as indices: dtype=int.",
    "레이블이 실수입니다. np.zeros는 실수 배열을 만듭니다. 뒤에서 인덱스로 쓰므로 dtype=int로 만드십시오.",
)
def labels_as_floats(img, k, min_size):
    return right_labels(img, k, min_size).astype(float)


@FELZENSZWALB.mistake(
    "The result is one long row (H · W,). Bring it back into the form of the image, (H, W).",
    "결과가 (H · W,)인 긴 한 줄입니다. 이미지의 꼴 (H, W)로 되돌리십시오.",
)
def flat_labels(img, k, min_size):
    return right_labels(img, k, min_size).ravel()


@FELZENSZWALB.mistake(
    "The image itself is changed, by -= or the like: the caller gets back another image. Work on a copy.",
    "-= 같은 연산으로 이미지 자체를 바꾸었습니다. 호출한 쪽의 이미지가 달라집니다. 복사본을 쓰십시오.",
)
def changes_img(img, k, min_size):
    img -= img.mean()
    return right_labels(img, k, min_size)


def described(img, labels, bins, box=None, size=None, histogram=None):
    """The right features, but for what is handed in: functions of (rows, columns) or of the pixels (C, n)."""
    regions = []
    for label in range(labels.max() + 1):
        y, x = np.nonzero(labels == label)
        values = img[:, y, x]
        right = np.array([x.min(), y.min(), x.max() + 1, y.max() + 1], dtype=float)
        shares = np.concatenate([np.histogram(c, bins=bins, range=(0, 1))[0] for c in values]) / values.size
        regions.append(
            {
                "box": box(y, x) if box else right,
                "size": size(y, x) if size else len(y),
                "histogram": histogram(values) if histogram else shares,
            }
        )
    return regions


@REGION_FEATURES.mistake(
    "The box ends before its last pixel. Pixel j covers j to j + 1: x2 is the largest column + 1, y2 the largest row + 1.",
    "상자가 마지막 픽셀 앞에서 끝납니다. 픽셀 j는 j부터 j + 1까지이므로 x2는 가장 큰 열 + 1, y2는 가장 큰 행 + 1입니다.",
)
def last_pixel_left_out(img, labels, bins):
    return described(img, labels, bins, box=lambda y, x: np.array([x.min(), y.min(), x.max(), y.max()], float))


@REGION_FEATURES.mistake(
    "Rows and columns are exchanged in the box. np.nonzero gives rows first; x counts columns.",
    "상자에서 행과 열이 바뀌었습니다. np.nonzero는 행을 먼저 줍니다. x는 열을 셉니다.",
)
def rows_for_columns(img, labels, bins):
    return described(img, labels, bins, box=lambda y, x: np.array([y.min(), x.min(), y.max() + 1, x.max() + 1], float))


@REGION_FEATURES.mistake(
    "The box is a corner with width and height. Asked are two corners: x1, y1, x2, y2.",
    "상자가 모서리 하나와 너비, 높이입니다. 두 모서리 x1, y1, x2, y2로 쓰십시오.",
)
def width_and_height(img, labels, bins):
    def box(y, x):
        return np.array([x.min(), y.min(), np.ptp(x) + 1, np.ptp(y) + 1], float)

    return described(img, labels, bins, box=box)


@REGION_FEATURES.mistake(
    "The size is the area of the box. Count the pixels that belong to the region.",
    "크기가 상자의 넓이입니다. 그 영역에 속하는 픽셀의 수를 세십시오.",
)
def size_of_the_box(img, labels, bins):
    return described(img, labels, bins, size=lambda y, x: int((np.ptp(x) + 1) * (np.ptp(y) + 1)))


def counted(values, bins, **how):
    return np.concatenate([np.histogram(c, bins=bins, **how)[0] for c in values])


@REGION_FEATURES.mistake(
    "The histogram holds counts. Divide by their sum, C · size, so that large and small regions can be compared.",
    "히스토그램이 개수 그대로입니다. 크고 작은 영역을 비교할 수 있도록 합인 C · size로 나누십시오.",
)
def not_normalised(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: counted(v, bins, range=(0, 1)) + 0.0)


@REGION_FEATURES.mistake(
    "The histogram has the sum C, one for each channel. Divide by C · size; then the sum is 1 and colour is at most 1.",
    "히스토그램의 합이 채널 수 C입니다. C · size로 나누십시오. 그래야 합이 1이고 색 항이 1을 넘지 않습니다.",
)
def sum_is_c(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: counted(v, bins, range=(0, 1)) / v.shape[1])


@REGION_FEATURES.mistake(
    "The histogram is divided by the pixels of the image, not by those of the region.",
    "히스토그램을 영역이 아니라 이미지 전체의 픽셀 수로 나누었습니다.",
)
def share_of_the_image(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: counted(v, bins, range=(0, 1)) / img.size)


@REGION_FEATURES.mistake(
    "Each region has the histogram of the whole image. Take only its own pixels, channel[labels == label].",
    "영역마다 이미지 전체의 히스토그램을 구했습니다. channel[labels == label]처럼 그 영역의 픽셀만 쓰십시오.",
)
def whole_image_counted(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: counted(img, bins, range=(0, 1)) / img.size)


@REGION_FEATURES.mistake(
    "The bins run from the smallest to the largest value of each region, so that bins of two regions mean different colours. "
    "Fix them: range=(0, 1).",
    "칸이 영역마다 가장 작은 값에서 가장 큰 값까지라서, 같은 칸이 영역마다 다른 색을 뜻합니다. range=(0, 1)로 고정하십시오.",
)
def range_of_the_region(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: counted(v, bins) / v.size)


@REGION_FEATURES.mistake(
    "The bins are stretched over the values of the image, from its smallest to its largest. They go from 0 to 1 for every "
    "image: range=(0, 1).",
    "칸을 이미지의 가장 작은 값에서 가장 큰 값까지로 늘였습니다. 어느 이미지에서나 칸은 0부터 1까지입니다. range=(0, 1)로 "
    "고정하십시오.",
)
def range_of_the_image(img, labels, bins):
    low, high = img.min(), img.max()
    return described(img, labels, bins, histogram=lambda v: counted(v, bins, range=(low, high)) / v.size)


@REGION_FEATURES.mistake(
    "The bins of a channel are stretched over the values that this channel has in the image. They go from 0 to 1 for every "
    "channel: range=(0, 1).",
    "채널마다 칸을 이미지에서 그 채널이 갖는 값에 맞춰 늘였습니다. 어느 채널에서나 칸은 0부터 1까지입니다. range=(0, 1)로 "
    "고정하십시오.",
)
def range_of_the_channel(img, labels, bins):
    def histogram(values):
        ranges = [(channel.min(), channel.max()) for channel in img]
        rows = [np.histogram(c, bins=bins, range=r)[0] for c, r in zip(values, ranges, strict=True)]
        return np.concatenate(rows) / values.size

    return described(img, labels, bins, histogram=histogram)


@REGION_FEATURES.mistake(
    "density=True makes the area below the histogram 1, not its sum: every share is multiplied by bins. Divide the plain counts by "
    "C · size.",
    "density=True는 합이 아니라 히스토그램 아래의 넓이를 1로 만듭니다. 그래서 모든 비율에 bins가 곱해집니다. 그냥 센 수를 "
    "C · size로 나누십시오.",
)
def density_for_share(img, labels, bins):
    def histogram(values):
        return counted(values, bins, range=(0, 1), density=True) / len(values)

    return described(img, labels, bins, histogram=histogram)


@REGION_FEATURES.mistake(
    "A value of exactly 1 is lost: 1 · bins is bins, one past the last bin. It belongs to the last one.",
    "정확히 1인 값이 사라집니다. 1 · bins는 bins라서 마지막 칸을 하나 지나칩니다. 마지막 칸에 넣으십시오.",
)
def ones_lost(img, labels, bins):
    def histogram(values):
        rows = [np.bincount((c * bins).astype(int), minlength=bins)[:bins] for c in values]
        return np.concatenate(rows) / values.size

    return described(img, labels, bins, histogram=histogram)


@REGION_FEATURES.mistake(
    "The values are made whole numbers from 0 to 255 first, so that some fall into the bin below. Count them as they are, with "
    "range=(0, 1).",
    "값을 먼저 0부터 255까지의 정수로 바꾸어서, 아래 칸으로 떨어지는 값이 있습니다. 그대로 range=(0, 1)로 세십시오.",
)
def counts_bytes(img, labels, bins):
    def histogram(values):
        counts = [np.histogram((c * 255).astype(np.uint8), bins=bins, range=(0, 255))[0] for c in values]
        return np.concatenate(counts) / values.size

    return described(img, labels, bins, histogram=histogram)


@REGION_FEATURES.mistake(
    "All channels are counted into the same bins: red and green look alike. Each channel has bins of its own, (C · bins,).",
    "모든 채널을 같은 칸에 세어서 빨강과 초록이 같아 보입니다. 채널마다 칸을 따로 두십시오. (C · bins,)입니다.",
)
def channels_together(img, labels, bins):
    return described(img, labels, bins, histogram=lambda v: np.histogram(v, bins=bins, range=(0, 1))[0] / v.size)


@REGION_FEATURES.mistake(
    "The histogram goes bin after bin. Put channel after channel: first all bins of channel 0.",
    "히스토그램이 칸 순서로 놓였습니다. 채널 순서로, 먼저 0번 채널의 칸을 모두 놓으십시오.",
)
def bin_after_bin(img, labels, bins):
    def histogram(values):
        return counted(values, bins, range=(0, 1)).reshape(len(values), bins).T.ravel() / values.size

    return described(img, labels, bins, histogram=histogram)


@REGION_FEATURES.mistake(
    "bins is not used: the histogram has 25 bins a channel whatever bins is.",
    "bins를 쓰지 않았습니다. bins가 무엇이든 채널마다 칸이 25개입니다.",
)
def bins_ignored(img, labels, bins):
    return described(img, labels, 25)


@REGION_FEATURES.mistake(
    "The last region is missing: labels run from 0 to labels.max(), so range(labels.max() + 1).",
    "마지막 영역이 빠졌습니다. 레이블은 0부터 labels.max()까지이므로 range(labels.max() + 1)입니다.",
)
def last_region_missing(img, labels, bins):
    return described(img, labels, bins)[:-1]


@REGION_FEATURES.mistake(
    "Region 0 is missing: label 0 is a region like the others, not the background.",
    "0번 영역이 빠졌습니다. 레이블 0은 배경이 아니라 다른 것과 똑같은 영역입니다.",
)
def label_0_missing(img, labels, bins):
    return described(img, labels, bins)[1:]


@REGION_FEATURES.mistake(
    "The labels are changed on the way, so the caller's regions are gone. Leave the arguments as they are.",
    "도중에 labels를 바꾸어서 호출한 쪽의 영역이 사라졌습니다. 인수는 그대로 두십시오.",
)
def changes_labels(img, labels, bins):
    regions = described(img, labels, bins)
    labels[labels >= 0] = -1
    return regions


def around(a, b):
    x1, y1 = np.minimum(a["box"][:2], b["box"][:2])
    x2, y2 = np.maximum(a["box"][2:], b["box"][2:])
    return (x2 - x1) * (y2 - y1)


def terms(a, b, area):
    colour = np.minimum(a["histogram"], b["histogram"]).sum()
    size = a["size"] + b["size"]
    return colour, 1 - size / area, 1 - (around(a, b) - size) / area


@SIMILARITY.mistake(
    "The size term has the wrong sign: 1 + size / area favours large regions. It must be 1 − (size a + size b) / area, so that "
    "small ones merge first.",
    "크기 항의 부호가 반대입니다. 1 + 크기 / area는 큰 영역이 먼저 합쳐지게 합니다. 작은 영역이 먼저 합쳐지도록 1 − (a의 크기 + b의 "
    "크기) / area여야 합니다.",
)
def size_added(a, b, area):
    colour, size, fill = terms(a, b, area)
    return colour + (2 - size) + fill


@SIMILARITY.mistake(
    "The size term is (size a + size b) / area: subtract it from 1, so that small regions merge first.",
    "크기 항이 (a의 크기 + b의 크기) / area입니다. 작은 영역이 먼저 합쳐지도록 1에서 빼십시오.",
)
def large_first(a, b, area):
    colour, size, fill = terms(a, b, area)
    return colour + (1 - size) + fill


@SIMILARITY.mistake(
    "The whole box around both counts as gap. Subtract the pixels of a and of b from it first.",
    "둘을 두르는 상자 전체를 빈틈으로 셌습니다. 먼저 a와 b의 픽셀 수를 빼십시오.",
)
def box_not_reduced(a, b, area):
    colour, size, _ = terms(a, b, area)
    return colour + size + 1 - around(a, b) / area


@SIMILARITY.mistake(
    "Only the pixels of one of the two are subtracted from the box around both.",
    "둘을 두르는 상자에서 한쪽의 픽셀 수만 뺐습니다. 양쪽을 모두 빼십시오.",
)
def one_subtracted(a, b, area):
    colour, size, _ = terms(a, b, area)
    return colour + size + 1 - (around(a, b) - a["size"]) / area


@SIMILARITY.mistake(
    "The fill term is the gap itself: subtract it from 1, so that regions that fit together are more alike.",
    "채움 항이 빈틈 그 자체입니다. 잘 맞물리는 영역이 더 비슷하도록 1에서 빼십시오.",
)
def gap_counts(a, b, area):
    colour, size, fill = terms(a, b, area)
    return colour + size + (1 - fill)


@SIMILARITY.mistake(
    "The gap is divided by the box around both. Divide by area, the pixels of the whole image.",
    "빈틈을 둘을 두르는 상자의 넓이로 나누었습니다. 이미지 전체의 픽셀 수인 area로 나누십시오.",
)
def share_of_the_box(a, b, area):
    colour, size, _ = terms(a, b, area)
    box = around(a, b)
    return colour + size + 1 - (box - a["size"] - b["size"]) / box


@SIMILARITY.mistake(
    "The sum takes the larger share of each bin: then the most different colours come out as most alike. Take np.minimum.",
    "칸마다 큰 쪽의 비율을 더했습니다. 그러면 가장 다른 색이 가장 비슷하다고 나옵니다. np.minimum을 쓰십시오.",
)
def max_for_min(a, b, area):
    _, size, fill = terms(a, b, area)
    return np.maximum(a["histogram"], b["histogram"]).sum() + size + fill


@SIMILARITY.mistake(
    "The histograms are multiplied bin by bin. A product does not give 1 for equal histograms: take the smaller share.",
    "히스토그램을 칸마다 곱했습니다. 곱으로는 같은 히스토그램도 1이 되지 않습니다. 작은 쪽의 비율을 쓰십시오.",
)
def product_of_shares(a, b, area):
    _, size, fill = terms(a, b, area)
    return a["histogram"] @ b["histogram"] + size + fill


@SIMILARITY.mistake(
    "Colour is the smallest share of all, not the sum over the bins: np.minimum(...).sum().",
    "색 항이 칸마다의 합이 아니라 모든 칸 가운데 가장 작은 비율입니다. np.minimum(...).sum()입니다.",
)
def one_minimum(a, b, area):
    _, size, fill = terms(a, b, area)
    return min(a["histogram"].min(), b["histogram"].min()) + size + fill


@SIMILARITY.mistake(
    "Colour is the mean over the bins. It must be the sum, so that equal histograms give 1.",
    "색 항이 칸에 대한 평균입니다. 히스토그램이 같을 때 1이 되도록 합을 구하십시오.",
)
def mean_of_minimum(a, b, area):
    _, size, fill = terms(a, b, area)
    return np.minimum(a["histogram"], b["histogram"]).mean() + size + fill


@SIMILARITY.mistake(
    "Colour is 1 minus the sum of the differences. For histograms without a common bin that is −1, not 0. Add up the smaller "
    "shares: np.minimum(...).sum().",
    "색 항이 1에서 차이의 합을 뺀 것입니다. 공통된 칸이 없으면 0이 아니라 −1이 됩니다. 칸마다 작은 쪽의 비율을 더하십시오. "
    "np.minimum(...).sum()입니다.",
)
def differences_subtracted(a, b, area):
    _, size, fill = terms(a, b, area)
    return 1 - np.abs(a["histogram"] - b["histogram"]).sum() + size + fill


@SIMILARITY.mistake(
    "The size term holds the pixels of a alone. Add those of b: 1 − (size a + size b) / area.",
    "크기 항에 a의 픽셀만 넣었습니다. b의 픽셀도 더하십시오. 1 − (a의 크기 + b의 크기) / area입니다.",
)
def size_of_a_alone(a, b, area):
    colour, _, fill = terms(a, b, area)
    return colour + 1 - a["size"] / area + fill


@SIMILARITY.mistake(
    "The size term holds the pixels of b alone. Add those of a: 1 − (size a + size b) / area.",
    "크기 항에 b의 픽셀만 넣었습니다. a의 픽셀도 더하십시오. 1 − (a의 크기 + b의 크기) / area입니다.",
)
def size_of_b_alone(a, b, area):
    colour, _, fill = terms(a, b, area)
    return colour + 1 - b["size"] / area + fill


@SIMILARITY.mistake(
    "Colour is missing: the sum is that of size and fill alone.",
    "색 항이 빠졌습니다. 크기 항과 채움 항만 더했습니다.",
)
def no_colour(a, b, area):
    return sum(terms(a, b, area)[1:])


@SIMILARITY.mistake("The fill term is missing.", "채움 항이 빠졌습니다.")
def no_fill(a, b, area):
    return sum(terms(a, b, area)[:2])


@SIMILARITY.mistake("The size term is missing.", "크기 항이 빠졌습니다.")
def no_size(a, b, area):
    colour, _, fill = terms(a, b, area)
    return colour + fill


@SIMILARITY.mistake(
    "The three terms are averaged. Add them; the sum is at most 3.",
    "세 항의 평균을 냈습니다. 더하기만 하십시오. 합은 3을 넘지 않습니다.",
)
def mean_of_terms(a, b, area):
    return sum(terms(a, b, area)) / 3


@SIMILARITY.mistake(
    "The box that a and b share is taken for the box around both: the smaller x1 and y1, the larger x2 and y2 belong to it.",
    "둘을 두르는 상자 대신 a와 b가 겹치는 상자를 썼습니다. x1과 y1은 작은 쪽, x2와 y2는 큰 쪽입니다.",
)
def shared_box(a, b, area):
    colour, size, _ = terms(a, b, area)
    low = np.maximum(a["box"][:2], b["box"][:2])
    width, height = np.maximum(np.minimum(a["box"][2:], b["box"][2:]) - low, 0)
    return colour + size + 1 - (width * height - a["size"] - b["size"]) / area


@SIMILARITY.mistake(
    "Width and height are one too large: x2 is the end of the last pixel already, so the width is x2 − x1.",
    "너비와 높이가 1씩 큽니다. x2는 이미 마지막 픽셀의 끝이므로 너비는 x2 − x1입니다.",
)
def plus_one(a, b, area):
    colour, size, _ = terms(a, b, area)
    x1, y1 = np.minimum(a["box"][:2], b["box"][:2])
    x2, y2 = np.maximum(a["box"][2:], b["box"][2:])
    return colour + size + 1 - ((x2 - x1 + 1) * (y2 - y1 + 1) - a["size"] - b["size"]) / area


@SIMILARITY.mistake(
    "The areas of the two boxes stand for the sizes. A round region has fewer pixels than its box: take a['size'].",
    "크기 자리에 두 상자의 넓이를 썼습니다. 둥근 영역은 상자보다 픽셀이 적습니다. a['size']를 쓰십시오.",
)
def boxes_for_sizes(a, b, area):
    colour, _, _ = terms(a, b, area)
    size = sum((r["box"][2] - r["box"][0]) * (r["box"][3] - r["box"][1]) for r in (a, b))
    return colour + (1 - size / area) + 1 - (around(a, b) - a["size"] - b["size"]) / area


def merged(a, b):
    size = a["size"] + b["size"]
    low, high = np.minimum(a["box"][:2], b["box"][:2]), np.maximum(a["box"][2:], b["box"][2:])
    histogram = (a["size"] * a["histogram"] + b["size"] * b["histogram"]) / size
    return {"box": np.concatenate([low, high]), "size": size, "histogram": histogram}


@MERGE.mistake(
    "The histograms count the same, as if both regions were equally large. Weight each with its number of pixels.",
    "두 영역의 크기가 같은 것처럼 히스토그램을 똑같이 셌습니다. 각각 픽셀 수로 가중하십시오.",
)
def unweighted(a, b):
    return merged(a, b) | {"histogram": (a["histogram"] + b["histogram"]) / 2}


@MERGE.mistake(
    "The histograms are added, so that their sum is 2. Weight each with its share of the pixels; the sum stays 1.",
    "히스토그램을 더하기만 해서 합이 2입니다. 각각 픽셀의 비율로 가중하면 합이 1로 남습니다.",
)
def histograms_added(a, b):
    return merged(a, b) | {"histogram": a["histogram"] + b["histogram"]}


@MERGE.mistake(
    "The weighted histograms are not divided by the size of the new region.",
    "가중한 히스토그램을 새 영역의 크기로 나누지 않았습니다.",
)
def not_divided(a, b):
    return merged(a, b) | {"histogram": a["size"] * a["histogram"] + b["size"] * b["histogram"]}


@MERGE.mistake(
    "The weights are exchanged: the histogram of a is weighted with the size of b.",
    "가중치가 바뀌었습니다. a의 히스토그램에 b의 크기를 곱했습니다.",
)
def weights_exchanged(a, b):
    size = a["size"] + b["size"]
    return merged(a, b) | {"histogram": (b["size"] * a["histogram"] + a["size"] * b["histogram"]) / size}


@MERGE.mistake(
    "The histograms are weighted with the areas of the boxes. A region may have far fewer pixels than its box: take a['size'] "
    "and b['size'].",
    "히스토그램을 상자의 넓이로 가중했습니다. 영역의 픽셀은 상자의 넓이보다 훨씬 적을 수 있습니다. a['size']와 b['size']를 쓰십시오.",
)
def weighted_by_boxes(a, b):
    first, second = (np.prod(r["box"][2:] - r["box"][:2]) for r in (a, b))
    return merged(a, b) | {"histogram": (first * a["histogram"] + second * b["histogram"]) / (first + second)}


@MERGE.mistake(
    "The new region has the histogram of a: the colours of b are lost.",
    "새 영역의 히스토그램이 a의 것입니다. b의 색이 사라졌습니다.",
)
def histogram_of_a(a, b):
    return merged(a, b) | {"histogram": a["histogram"]}


@MERGE.mistake(
    "The smaller share of each bin is what the regions have in common. Asked are the colours of all their pixels.",
    "칸마다 작은 쪽의 비율은 두 영역에 공통된 색입니다. 구할 것은 모든 픽셀의 색입니다.",
)
def shared_colours(a, b):
    return merged(a, b) | {"histogram": np.minimum(a["histogram"], b["histogram"])}


@MERGE.mistake(
    "The box is that which a and b share. The new region holds both, so take the box around both: the smaller x1 and y1, "
    "the larger x2 and y2.",
    "a와 b가 겹치는 상자를 구했습니다. 새 영역에는 둘 다 들어 있으므로 둘을 두르는 상자여야 합니다. x1과 y1은 작은 쪽, x2와 y2는 큰 "
    "쪽입니다.",
)
def shared_part(a, b):
    low, high = np.maximum(a["box"][:2], b["box"][:2]), np.minimum(a["box"][2:], b["box"][2:])
    return merged(a, b) | {"box": np.concatenate([low, high])}


@MERGE.mistake(
    "All four numbers of the box are the smaller ones. That is right for x1 and y1; x2 and y2 are the larger ones.",
    "상자의 네 수를 모두 작은 쪽으로 골랐습니다. x1과 y1은 그렇지만 x2와 y2는 큰 쪽입니다.",
)
def all_smaller(a, b):
    return merged(a, b) | {"box": np.minimum(a["box"], b["box"])}


@MERGE.mistake(
    "The box runs from the corner of a to the end of b. Either may reach farther on any side.",
    "상자가 a의 시작에서 b의 끝까지입니다. 어느 쪽이든 더 멀리 나갈 수 있습니다.",
)
def from_a_to_b(a, b):
    return merged(a, b) | {"box": np.concatenate([a["box"][:2], b["box"][2:]])}


@MERGE.mistake(
    "The box is the mean of the two boxes. It must hold all pixels of both.",
    "두 상자의 평균을 냈습니다. 상자는 둘의 픽셀을 모두 담아야 합니다.",
)
def mean_box(a, b):
    return merged(a, b) | {"box": (a["box"] + b["box"]) / 2}


@MERGE.mistake(
    "The overlap of the boxes is subtracted from the size. The regions have no pixel in common: the sizes add up.",
    "크기에서 상자가 겹친 넓이를 뺐습니다. 두 영역에 함께 든 픽셀은 없으므로 크기를 더하기만 하면 됩니다.",
)
def overlap_of_the_boxes_subtracted(a, b):
    sides = np.minimum(a["box"][2:], b["box"][2:]) - np.maximum(a["box"][:2], b["box"][:2])
    both = merged(a, b)
    return both | {"size": both["size"] - int(np.maximum(sides, 0).prod())}


@MERGE.mistake(
    "The size is the area of the new box. It is the number of pixels, size a + size b.",
    "크기가 새 상자의 넓이입니다. 크기는 픽셀의 수, 곧 a의 크기 + b의 크기입니다.",
)
def area_for_size(a, b):
    both = merged(a, b)
    x1, y1, x2, y2 = both["box"].tolist()
    return both | {"size": int((x2 - x1) * (y2 - y1))}


@MERGE.mistake(
    "Region a itself is changed and returned. It stays in the list of regions, where its box is still wanted: make a new dict.",
    "영역 a 자체를 바꾸어 반환합니다. a는 영역 목록에 남아 있고 그 상자가 아직 필요합니다. 새 딕셔너리를 만드십시오.",
)
def changes_a(a, b):
    a.update(merged(a, b))
    return a


@MERGE.mistake(
    "The box of a is changed in place: both dicts hold the same array now. Make a new array.",
    "a의 상자를 제자리에서 바꾸었습니다. 이제 두 딕셔너리가 같은 배열을 가집니다. 새 배열을 만드십시오.",
)
def box_in_place(a, b):
    both = merged(a, b)
    box = a["box"]
    box[...] = both["box"]
    return both | {"box": box}


@MERGE.mistake(
    "Where the box around both is that of a or of b, that very array is returned: two regions share it now. Make a new array, "
    "for example by .copy().",
    "둘을 두르는 상자가 a나 b의 상자와 같을 때 그 배열 자체를 반환합니다. 두 영역이 배열 하나를 함께 쓰게 됩니다. .copy() 등으로 새 "
    "배열을 만드십시오.",
)
def box_not_copied(a, b):
    both = merged(a, b)
    for part in (a, b):
        if np.array_equal(both["box"], part["box"]):
            both["box"] = part["box"]
    return both


def merging(img, k, min_size, bins, renew=None, steps=None, choose=max, start=None):
    """The right hierarchy, but for what is handed in: the boxes of all regions in the order in which they appear."""
    labels = felzenszwalb(img, k, min_size)
    regions = region_features(img, labels, bins)
    pairs = set(start(len(regions)) if start else touching(labels))
    while pairs and (steps is None or steps(regions, labels)):
        i, j = choose(sorted(pairs), key=lambda pair: similarity(regions[pair[0]], regions[pair[1]], labels.size))
        regions.append(merge(regions[i], regions[j]))
        new = len(regions) - 1
        if renew:
            pairs = renew(pairs, i, j, new)
        else:
            moved = (tuple(new if r in (i, j) else r for r in pair) for pair in pairs - {(i, j)})
            pairs = {tuple(sorted(pair)) for pair in moved}
    return [region["box"] for region in regions]


def each_once(boxes):
    last = {tuple(box): i for i, box in enumerate(np.array(boxes).tolist())}
    return np.array([boxes[i] for i in sorted(last.values())])


@SELECTIVE_SEARCH.mistake(
    "The new region gets the neighbours of only one of the two that it was made of. Whoever touched the other one touches "
    "the new region, too.",
    "새 영역이 두 영역 가운데 한쪽의 이웃만 물려받습니다. 다른 쪽과 닿아 있던 영역도 새 영역과 닿아 있습니다.",
    named=False,  # which boxes come depends on how the student numbered the regions
)
def half_the_neighbours(img, k=1.0, min_size=8, bins=25):
    def renew(pairs, i, j, new):
        kept = {pair for pair in pairs if i not in pair and j not in pair}
        return kept | {(min(p), new) if max(p) == i else (max(p), new) for p in pairs if i in p and j not in p}

    return each_once(merging(img, k, min_size, bins, renew))


@SELECTIVE_SEARCH.mistake(
    "The new region has no neighbours: all pairs of the two old ones are dropped and none comes in their place, so the "
    "merging stops before one region is left.",
    "새 영역에 이웃이 없습니다. 옛 두 영역의 쌍을 모두 지우고 대신 넣은 것이 없어서, 영역이 하나 남기 전에 합치기가 멈춥니다.",
)
def neighbours_stale(img, k=1.0, min_size=8, bins=25):
    def renew(pairs, i, j, new):
        return {pair for pair in pairs if i not in pair and j not in pair}

    return each_once(merging(img, k, min_size, bins, renew))


@SELECTIVE_SEARCH.mistake(
    "The merging stops one step early, with two regions left. Go on until one is left: its box is the image.",
    "영역이 둘 남았을 때 멈춥니다. 한 걸음 모자랍니다. 하나가 남을 때까지 계속하십시오. 그 상자가 이미지 전체입니다.",
)
def stops_early(img, k=1.0, min_size=8, bins=25):
    def steps(regions, labels):
        return len(regions) < 2 * (labels.max() + 1) - 2

    return each_once(merging(img, k, min_size, bins, steps=steps))


@SELECTIVE_SEARCH.mistake(
    "Only the regions of felzenszwalb are returned: nothing is merged. An object of two colours would never get a box of its "
    "own.",
    "felzenszwalb의 영역만 반환합니다. 아무것도 합치지 않았습니다. 두 가지 색으로 된 물체는 상자를 얻지 못합니다.",
)
def nothing_merged(img, k=1.0, min_size=8, bins=25):
    return each_once(merging(img, k, min_size, bins, steps=lambda regions, labels: False))


@SELECTIVE_SEARCH.mistake(
    "The regions of the beginning are missing: only mergers are recorded. An object of one colour is one of the first "
    "regions.",
    "처음 영역의 상자가 빠졌습니다. 합친 영역만 적었습니다. 한 가지 색으로 된 물체는 처음 영역에 있습니다.",
)
def mergers_only(img, k=1.0, min_size=8, bins=25):
    n = felzenszwalb(img, k, min_size).max() + 1
    return each_once(merging(img, k, min_size, bins)[n:] or [np.array([0, 0, *img.shape[:0:-1]], float)])


@SELECTIVE_SEARCH.mistake(
    "The least similar pair is merged. Take the pair with the largest similarity.",
    "가장 덜 비슷한 쌍을 합쳤습니다. 유사도가 가장 큰 쌍을 고르십시오.",
)
def least_similar(img, k=1.0, min_size=8, bins=25):
    return each_once(merging(img, k, min_size, bins, choose=min))


@SELECTIVE_SEARCH.mistake(
    "Any pair that touches is merged, the first of the list. Take the pair with the largest similarity.",
    "맞닿은 쌍 가운데 목록의 첫째를 합쳤습니다. 유사도가 가장 큰 쌍을 고르십시오.",
    named=False,  # which boxes come depends on how the student numbered the regions
)
def first_pair(img, k=1.0, min_size=8, bins=25):
    return each_once(merging(img, k, min_size, bins, choose=lambda pairs, key: pairs[0]))


@SELECTIVE_SEARCH.mistake(
    "Regions that do not touch are merged as well. Only pairs of touching(labels) may become one, and those that follow from "
    "them.",
    "서로 닿지 않는 영역도 합쳤습니다. touching(labels)의 쌍과 거기에서 이어지는 쌍만 합칠 수 있습니다.",
)
def all_pairs(img, k=1.0, min_size=8, bins=25):
    def start(n):
        return {(i, j) for i in range(n) for j in range(i + 1, n)}

    return each_once(merging(img, k, min_size, bins, start=start))


@SELECTIVE_SEARCH.mistake(
    "The same box stands in the result more than once: a region that a larger one encloses adds nothing to its box. Keep each "
    "box once.",
    "같은 상자가 여러 번 나옵니다. 더 큰 영역 안에 든 영역은 합쳐도 상자가 그대로입니다. 상자마다 한 번만 남기십시오.",
)
def keeps_duplicates(img, k=1.0, min_size=8, bins=25):
    return np.array(merging(img, k, min_size, bins))


@SELECTIVE_SEARCH.mistake(
    "np.unique has sorted the boxes, so that the image no longer comes last. Drop the doubles without a new order.",
    "np.unique가 상자를 정렬해서 이미지 전체가 맨 끝에 있지 않습니다. 순서를 바꾸지 말고 겹치는 것만 없애십시오.",
)
def sorted_boxes(img, k=1.0, min_size=8, bins=25):
    return np.unique(np.array(merging(img, k, min_size, bins)), axis=0)


@SELECTIVE_SEARCH.mistake(
    "Of equal boxes the first is kept. A ground around everything has the box of the image from the start, so the image no "
    "longer comes last: keep the last of equal boxes.",
    "같은 상자 가운데 첫째를 남겼습니다. 모든 것을 둘러싼 바탕은 처음부터 이미지 전체의 상자를 가지므로 이미지가 맨 끝에 오지 "
    "않습니다. 같은 상자 가운데 마지막을 남기십시오.",
)
def first_of_equals(img, k=1.0, min_size=8, bins=25):
    return np.array(list(dict.fromkeys(map(tuple, np.array(merging(img, k, min_size, bins)).tolist()))))


@SELECTIVE_SEARCH.mistake(
    "The features are those of the beginning: a pair with a merged region is compared by the features of one of its parts. Take "
    "merge(a, b).",
    "처음의 특징을 그대로 씁니다. 합친 영역을 그 일부의 특징으로 비교합니다. merge(a, b)의 결과를 쓰십시오.",
    named=False,  # which boxes come depends on how the student numbered the regions
)
def features_of_a_part(img, k=1.0, min_size=8, bins=25):
    labels = felzenszwalb(img, k, min_size)
    regions = region_features(img, labels, bins)
    pairs, boxes, parts = set(touching(labels)), [region["box"] for region in regions], list(regions)
    while pairs:
        i, j = max(sorted(pairs), key=lambda pair: similarity(parts[pair[0]], parts[pair[1]], labels.size))
        regions.append(merge(regions[i], regions[j]))
        parts.append(parts[i])
        boxes.append(regions[-1]["box"])
        moved = (tuple(len(regions) - 1 if r in (i, j) else r for r in pair) for pair in pairs - {(i, j)})
        pairs = {tuple(sorted(pair)) for pair in moved}
    return each_once(boxes)


@SELECTIVE_SEARCH.mistake(
    "k and min_size do not reach felzenszwalb: hand them on.",
    "k와 min_size를 felzenszwalb에 넘기지 않았습니다.",
)
def arguments_ignored(img, k=1.0, min_size=8, bins=25):
    return each_once(merging(img, 1.0, 8, bins))


@SELECTIVE_SEARCH.mistake(
    "area is img.size, which counts every pixel once for each channel. It is the number of pixels, H · W.",
    "area로 img.size를 썼습니다. 그것은 픽셀을 채널마다 한 번씩 센 수입니다. area는 픽셀의 수 H · W입니다.",
)
def channels_in_the_area(img, k=1.0, min_size=8, bins=25):
    labels = felzenszwalb(img, k, min_size)
    regions, pairs = region_features(img, labels, bins), set(touching(labels))
    while pairs:
        i, j = max(sorted(pairs), key=lambda pair: similarity(regions[pair[0]], regions[pair[1]], img.size))
        regions.append(merge(regions[i], regions[j]))
        moved = (tuple(len(regions) - 1 if r in (i, j) else r for r in pair) for pair in pairs - {(i, j)})
        pairs = {tuple(sorted(pair)) for pair in moved}
    return each_once([region["box"] for region in regions])


@SELECTIVE_SEARCH.mistake(
    "bins does not reach region_features: hand it on.",
    "bins를 region_features에 넘기지 않았습니다.",
)
def bins_not_handed_on(img, k=1.0, min_size=8, bins=25):
    return each_once(merging(img, k, min_size, 25))


@RECALL_AT.mistake(
    "This is the share of the boxes that hit something (that would be a precision). Recall asks the objects: how many of them "
    "does some box find?",
    "이것은 무언가를 맞힌 상자의 비율입니다(정밀도에 가깝습니다). 재현율은 물체에게 묻습니다. 상자가 찾아낸 물체가 얼마나 됩니까?",
)
def share_of_boxes(boxes, gts, t):
    if len(boxes) == 0:
        return 0.0
    return float(np.mean(iou_matrix(gts, boxes).max(axis=0) >= t))


@RECALL_AT.mistake(
    "The boxes that hit are counted and divided by the objects: five boxes at one object count five times. For each object "
    "take its best box, the maximum over the boxes.",
    "맞힌 상자를 세어 물체의 수로 나누었습니다. 한 물체에 상자가 다섯이면 다섯 번 셉니다. 물체마다 가장 잘 맞는 상자, 곧 상자에 대한 "
    "최댓값을 보십시오.",
)
def best_gt_per_box(boxes, gts, t):
    if len(boxes) == 0:
        return 0.0
    return float(np.sum(iou_matrix(gts, boxes).max(axis=0) >= t) / len(gts))


@RECALL_AT.mistake(
    "A box may find one object only here, as in the matching for average precision. For recall of proposals one box may find "
    "several.",
    "여기서는 상자 하나가 물체를 하나만 찾게 했습니다. 평균 정밀도의 대응에서는 그렇지만, 후보 상자의 재현율에서는 상자 하나가 여러 물체를 "
    "찾아도 됩니다.",
)
def each_box_once(boxes, gts, t):
    if len(boxes) == 0:
        return 0.0
    overlap, found = iou_matrix(gts, boxes), 0
    for row in range(len(gts)):
        best = np.argmax(overlap[row])
        if overlap[row, best] >= t:
            found += 1
            overlap[:, best] = -1
    return found / len(gts)


@RECALL_AT.mistake(
    "An IoU of exactly t is not counted: the comparison is > where >= is asked.",
    "IoU가 정확히 t일 때 세지 않았습니다. >=가 필요한 곳에 >를 썼습니다.",
)
def above_t_only(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).max(axis=1, initial=0) > t))


@RECALL_AT.mistake(
    "np.max of no boxes is an error. Without a box no object is found: return 0.0, or hand initial=0 to max.",
    "상자가 하나도 없으면 np.max가 오류를 냅니다. 상자가 없으면 찾은 물체도 없으므로 0.0을 반환하거나 max에 initial=0을 주십시오.",
)
def fails_without_boxes(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).max(axis=1) >= t))


@RECALL_AT.mistake(
    "This is the mean of the best overlaps. Ask first whether each is at least t; then take the share of yes.",
    "이것은 가장 잘 겹친 정도의 평균입니다. 먼저 저마다 t 이상인지 묻고, 그렇다는 답의 비율을 구하십시오.",
)
def mean_of_best(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).max(axis=1, initial=0)))


@RECALL_AT.mistake(
    "Every pair of a box and an object counts: an object with three boxes counts three times.",
    "상자와 물체의 쌍을 모두 셌습니다. 물체 하나에 상자가 셋이면 세 번 셉니다.",
)
def pairs_counted(boxes, gts, t):
    return float(np.sum(iou_matrix(gts, boxes) >= t) / len(gts))


@RECALL_AT.mistake(
    "The number of the objects found is returned; divide by the number of objects.",
    "찾은 물체의 수를 반환합니다. 물체의 수로 나누십시오.",
)
def number_found(boxes, gts, t):
    return int(np.sum(iou_matrix(gts, boxes).max(axis=1, initial=0) >= t))


@RECALL_AT.mistake(
    "The shared area is divided by the area of the object only. So the box of the whole image would find everything. Take the "
    "IoU.",
    "겹친 넓이를 물체의 넓이로만 나누었습니다. 그러면 이미지 전체인 상자가 모든 것을 찾습니다. IoU를 쓰십시오.",
)
def covered_share(boxes, gts, t):
    low = np.maximum(gts[:, None, :2], boxes[None, :, :2])
    high = np.minimum(gts[:, None, 2:], boxes[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=2) / np.prod(gts[:, 2:] - gts[:, :2], axis=1)[:, None]
    return float(np.mean(shared.max(axis=1, initial=0) >= t))


@RECALL_AT.mistake(
    "The answer is 1 only if every object is found, else 0. Asked is the share.",
    "모든 물체를 찾았을 때만 1이고 아니면 0입니다. 구할 것은 비율입니다.",
)
def all_or_nothing(boxes, gts, t):
    return float(np.all(iou_matrix(gts, boxes).max(axis=1, initial=0) >= t))


@RECALL_AT.mistake(
    "The answer is 1 as soon as any object is found: the maximum, or any, goes over all pairs at once. Take it for each object, "
    "axis=1.",
    "물체를 하나라도 찾으면 1이 됩니다. 최댓값이나 any를 모든 쌍에서 한꺼번에 구했습니다. axis=1을 주어 물체마다 구하십시오.",
)
def any_object(boxes, gts, t):
    return float(iou_matrix(gts, boxes).max(initial=0) >= t)


@RECALL_AT.mistake(
    "The share is taken over all pairs of an object and a box. Ask first for each object whether any box finds it: the maximum "
    "over axis=1.",
    "물체와 상자의 모든 쌍에서 비율을 구했습니다. 먼저 물체마다 찾은 상자가 있는지 물으십시오. axis=1에 대한 최댓값입니다.",
)
def share_of_pairs(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes) >= t)) if len(boxes) else 0.0


@RECALL_AT.mistake(
    "For each object the mean of its IoUs is compared with t: boxes far away lower it. Take the maximum over the boxes.",
    "물체마다 IoU의 평균을 t와 비교했습니다. 멀리 있는 상자가 평균을 낮춥니다. 상자에 대한 최댓값을 쓰십시오.",
)
def mean_over_boxes(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).mean(axis=1) >= t)) if len(boxes) else 0.0


@RECALL_AT.mistake(
    "For each object the IoUs of all boxes are added. One single box must reach t: take the maximum over the boxes.",
    "물체마다 모든 상자의 IoU를 더했습니다. 상자 하나가 혼자서 t에 이르러야 합니다. 상자에 대한 최댓값을 쓰십시오.",
)
def sum_over_boxes(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).sum(axis=1) >= t))


@RECALL_AT.mistake(
    "The IoU is compared with 0.5, whatever t is. Compare it with t.",
    "t가 얼마이든 IoU를 0.5와 비교합니다. t와 비교하십시오.",
)
def always_a_half(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).max(axis=1, initial=0) >= 0.5))


@RECALL_AT.mistake(
    "Every object counts as found: a maximum with initial=1 is at least 1. An empty row must give 0: initial=0.",
    "모든 물체를 찾은 것으로 칩니다. initial=1이면 최댓값이 적어도 1입니다. 빈 행에서 0이 나오도록 initial=0을 쓰십시오.",
)
def initial_is_1(boxes, gts, t):
    return float(np.mean(iou_matrix(gts, boxes).max(axis=1, initial=1) >= t))


@RECALL_AT.mistake(
    "This is the share of the boxes that hit something. Recall asks the objects: iou_matrix(gts, boxes) has a row for each "
    "object; take its maximum, axis=1.",
    "이것은 무언가를 맞힌 상자의 비율입니다. 재현율은 물체에게 묻습니다. iou_matrix(gts, boxes)에는 물체마다 한 행이 있으니 행의 "
    "최댓값을 axis=1로 구하십시오.",
)
def rows_are_boxes(boxes, gts, t):
    return float(np.mean(iou_matrix(boxes, gts).max(axis=1, initial=0) >= t))


@RECALL_AT.mistake(
    "The number of the objects found is divided by the number of boxes. Divide by the number of objects.",
    "찾은 물체의 수를 상자의 수로 나누었습니다. 물체의 수로 나누십시오.",
)
def over_the_boxes(boxes, gts, t):
    return float(np.sum(iou_matrix(gts, boxes).max(axis=1, initial=0) >= t) / max(1, len(boxes)))
