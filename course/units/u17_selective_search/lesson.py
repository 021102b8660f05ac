# %% [markdown] lang="en"
r"""
# Region proposal: Selective Search

A network that tells circles from squares answers the question *what is it?* A detector must also say *where*. The plain
way is to ask about every box of an image. This unit is about the other way: look at the image first, and ask only about
the few boxes in which something may be. They are called **proposals**. You write the method that proposed the boxes for
R-CNN, the subject of the next unit: **Selective Search**.

After it you will be able to

- keep sets that grow together, and ask for each member which set it is in,
- cut an image into regions of similar colour by a rule that adapts to each region,
- describe a region by its box, its size and its colours, and say how alike two regions are,
- merge regions until one is left, and collect the boxes of all of them on the way,
- measure by recall how good proposals are, and compare them with sliding windows.

You need boxes, IoU and sliding windows (unit u16), and images as arrays with channels (u10). Nothing is trained here.
Plan about 90 minutes. Section 3 is the hard part.
"""

# %% [markdown] lang="ko"
r"""
# 후보 상자: 선택적 탐색

원과 사각형을 구별하는 신경망은 *무엇인가*에 답합니다. 물체 탐지에서는 *어디에 있는가*에도 답해야 합니다. 가장 단순한 방법은
이미지의 모든 상자에 대해 묻는 것입니다. 이 단원에서는 다른 길을 갑니다. 먼저 이미지를 살펴보고, 무언가 있을 법한 상자 몇
개만 골라 묻습니다. 이런 상자를 **후보 상자**(proposal)라고 합니다. 다음 단원에서 배울 R-CNN에 상자를 대 준 방법인 **선택적
탐색**(Selective Search)을 직접 만들어 봅니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 점점 합쳐지는 집합들을 관리하고, 원소마다 어느 집합에 있는지 물을 수 있습니다.
- 영역마다 기준이 달라지는 규칙으로 이미지를 색이 비슷한 영역으로 나눌 수 있습니다.
- 영역을 상자, 크기, 색으로 나타내고 두 영역이 얼마나 비슷한지 수로 말할 수 있습니다.
- 하나가 남을 때까지 영역을 합치면서 그동안 생긴 모든 영역의 상자를 모을 수 있습니다.
- 후보 상자가 얼마나 좋은지 재현율(recall)로 재고, 슬라이딩 윈도우와 비교할 수 있습니다.

상자와 IoU와 슬라이딩 윈도우(u16), 채널이 있는 배열로 나타낸 이미지(u10)를 알고 있으면 됩니다. 이 단원에서는 아무것도 학습시키지
않습니다. 90분 정도 걸립니다. 3절이 가장 어렵습니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.boxes import iou_matrix, sliding_windows

unit = Unit("u17_selective_search", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Too many boxes

How many boxes are there in an image of 32×32 pixels? The left and the right side of a box are two of the 33 borders
between columns (0 to 32), so there are $33 \cdot 32 / 2 = 528$ choices. For top and bottom there are 528 more. Together

$$528 \cdot 528 = 278{,}784$$

boxes, in an image as small as a stamp. Sliding windows thin them out: only squares, only four sizes, only every second
pixel leave 504. But then a long, flat object fits none of them well.

Look at the picture below. You see at once that no object ends in the middle of the sky. Objects begin and end where
the colour changes. That is the idea:

1. **Cut** the image into regions of similar colour. Each region lies inside one thing.
2. **Merge** the two regions that are most alike, then again, until one region is left.
3. **Collect** the box around every region that there was at any time. These boxes are the proposals.

Why step 2? The house has a wall, a roof, a door and a window, all of different colours. No cut by colour gives the
house. But when roof and wall become one, there it is. Which level is the right one, door or house? Nobody knows
beforehand, so *all* levels are kept. For the wheel of a car in a street the same is true.

![Ten small pictures of a house on grass beside a round sun, each with one box: sun, roof, sky, window, door, grass, wall,
then the whole house, house and sky together, and at last the image.](attachment:hierarchy.png)

You will make this picture in section 7, with your own code. All of it works on what the next cell gives you: the picture of
the house, and functions that draw.
"""

# %% [markdown] lang="ko"
r"""
## 1. 상자가 너무 많습니다

32×32 픽셀 이미지에 상자는 몇 개나 있을까요? 상자의 왼쪽 변과 오른쪽 변은 열과 열 사이의 경계 33개(0부터 32까지) 가운데
둘입니다. 고르는 방법은 $33 \cdot 32 / 2 = 528$가지입니다. 위와 아래도 528가지입니다. 모두

$$528 \cdot 528 = 278{,}784$$

개입니다. 우표만 한 이미지인데도 그렇습니다. 슬라이딩 윈도우에서는 이것을 솎아 냅니다. 정사각형만, 네 가지 크기만, 두 픽셀마다
하나씩 놓으면 504개가 남습니다. 그 대신 길고 납작한 물체에는 어느 윈도우도 잘 맞지 않습니다.

아래 그림을 보십시오. 하늘 한가운데에서 끝나는 물체가 없다는 것은 한눈에 보입니다. 물체는 색이 바뀌는 곳에서 시작하고 끝납니다.
여기에서 다음 생각이 나옵니다.

1. 이미지를 색이 비슷한 영역으로 **나눕니다**. 영역 하나는 한 물체를 벗어나지 않습니다.
2. 가장 비슷한 두 영역을 **합칩니다**. 영역이 하나 남을 때까지 되풀이합니다.
3. 그동안 한 번이라도 있었던 모든 영역의 상자를 **모읍니다**. 이 상자들이 후보 상자입니다.

2번은 왜 필요할까요? 집에는 벽과 지붕과 문과 창이 있고 색이 모두 다릅니다. 색으로 나누기만 해서는 집이 나오지 않습니다. 지붕과
벽이 하나가 될 때 비로소 집이 나옵니다. 문과 집 가운데 어느 단계가 맞을까요? 미리 알 수 없으므로 *모든* 단계를 남겨 둡니다.
거리에 있는 자동차와 그 바퀴도 마찬가지입니다.

![풀밭 위의 집과 둥근 해를 그린 작은 그림 열 개에 상자가 하나씩 있다. 해, 지붕, 하늘, 창, 문, 풀밭, 벽, 그다음 집 전체, 집과 하늘을 합친 것,
마지막으로 이미지 전체이다.](attachment:hierarchy.png)

7절에서 여러분의 코드로 이 그림을 만듭니다. 다음 셀에는 거기에 쓸 집 그림과, 그리기를 맡는 함수가 있습니다.
"""


# %% given=true
def house():
    """Return the picture of a house, (3, 32, 32), values from 0 to 1, with a little noise."""
    img, (y, x) = np.empty((3, 32, 32)), np.mgrid[:32, :32]

    def paint(where, *colour):
        img[:, where] = np.array(colour)[:, None]

    paint(y < 22, 0.55, 0.75, 0.95)  # sky
    paint(y >= 22, 0.35, 0.60, 0.25)  # grass
    paint((y >= 12) & (y < 26) & (x >= 9) & (x < 25), 0.85, 0.75, 0.55)  # wall
    paint((y >= 5) & (y < 12) & (abs(x - 16.5) < y + 2.5), 0.65, 0.20, 0.15)  # roof
    paint((y >= 17) & (y < 26) & (x >= 12) & (x < 16), 0.40, 0.25, 0.15)  # door
    paint((y >= 15) & (y < 20) & (x >= 18) & (x < 23), 0.75, 0.85, 0.95)  # window
    paint((y - 5) ** 2 + (x - 4) ** 2 < 10, 0.95, 0.85, 0.20)  # sun
    return np.clip(img + np.random.default_rng(0).normal(0, 0.02, img.shape), 0, 1)


def show_image(ax, img, title=""):
    """Draw an image (3, H, W) so that box and pixel coordinates agree."""
    ax.imshow(img.transpose(1, 2, 0), extent=(0, img.shape[2], img.shape[1], 0))
    ax.set_title(title, fontsize=10)


def show_regions(ax, labels, title="", smallest=12):
    """Draw regions (H, W) in greys and colours with black borders; number those of at least `smallest` pixels."""
    labels = np.asarray(labels)
    H, W = labels.shape
    ax.imshow(labels * 7 % 20, cmap="tab20", vmin=0, vmax=19, extent=(0, W, H, 0), alpha=0.6)
    rows, columns = np.nonzero(labels[:, :-1] != labels[:, 1:])
    ax.vlines(columns + 1, rows, rows + 1, color="black", linewidth=1)
    rows, columns = np.nonzero(labels[:-1] != labels[1:])
    ax.hlines(rows + 1, columns, columns + 1, color="black", linewidth=1)
    for label in np.unique(labels):
        rows, columns = np.nonzero(labels == label)
        if len(rows) >= smallest:
            middle = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
            ax.text(columns[middle] + 0.5, rows[middle] + 0.5, str(label), ha="center", va="center", fontsize=9)
    ax.set_title(title, fontsize=10)


# %% [markdown] lang="en"
r"""
## 2. Sets that grow together

In the beginning each pixel is a region of its own. Then regions become one, again and again, up to 1023 times in
an image of 32×32. We must be able to ask at any time: *which region is this pixel in?*

The answer by hand would be a label for each pixel, and to relabel one of the two regions at each union. That works, but it
touches every pixel of a region again and again. There is a lovely old trick that touches two numbers only.

Let each set be a **tree**. Every number knows its `parent`. One number of each set, the **root**, is its own parent, and
it stands for the whole set.

- `find(i)`: go up from i, parent by parent, until you meet a number that is its own parent. That is the root.
- `union(i, j)`: find *both roots*. If they differ, make one the parent of the other. Done: with it, all members
  of the one set have moved to the other.
- `size(i)`: how many numbers are in the set of i. Keep a count at each root, and add the counts at each union. The
  counts at other numbers go stale. Never read them.

![Three drawings of the numbers 0 to 5 as circles with arrows to their parents. First 0 and 1 form a tree with root 0, and
2 and 3 one with root 2; 4 and 5 are alone. After union(1, 3) an arrow goes from 2 to 0: all four have the root 0. On the
right the wrong way: 3 alone hangs below 1, and 2 is left behind.](attachment:trees.png)

The picture shows the classic slip. `union(1, 3)` must join two sets of two. If you hang 3 itself under 1, the number 3
leaves its set, and 2 stays behind alone. **Roots are united, not members.**

It is good to hang the smaller set under the larger one: then paths stay short. With 1024 pixels a path is then at most 10
steps long, since with every step up the set at least doubles. It is not required here.

**Your turn**, four methods, about 2, 3, 7 and 1 lines.
"""

# %% [markdown] lang="ko"
r"""
## 2. 합쳐지는 집합

처음에는 픽셀 하나하나가 영역입니다. 그다음 두 영역이 하나가 되는 일이 32×32 이미지에서도 많으면 1023번 되풀이됩니다. 그러는 동안
언제든지 물을 수 있어야 합니다. *이 픽셀은 어느 영역에 있는가?*

픽셀마다 레이블을 두고, 합칠 때마다 한쪽 영역의 레이블을 모두 고쳐 써도 됩니다. 하지만 영역의 모든 픽셀을 거듭 건드리게 됩니다.
수 두 개만 건드리는, 오래되고 멋진 방법이 있습니다.

집합 하나를 **나무**(tree)로 생각합니다. 수마다 부모 `parent`가 있습니다. 집합마다 수 하나는 자기가 자기의 부모입니다. 이것을
**뿌리**(root)라고 하고, 뿌리가 집합 전체를 대표합니다. 이런 자료구조를 서로소 집합(disjoint set)이라고 합니다.

- `find(i)`: i에서 부모를 따라 올라가다가, 자기가 자기의 부모인 수를 만나면 그것이 뿌리입니다.
- `union(i, j)`: *두 뿌리*를 찾습니다. 서로 다르면 한쪽을 다른 쪽의 부모로 삼습니다. 그것으로 끝입니다. 한 집합의 모든 원소가
  함께 옮겨 갑니다.
- `size(i)`: i가 든 집합에 수가 몇 개인지 답합니다. 뿌리마다 개수를 적어 두고 합칠 때 더합니다. 뿌리가 아닌 수에 적힌 개수는
  옛것이므로 읽으면 안 됩니다.

![0부터 5까지의 수를 동그라미로, 부모를 화살표로 그린 그림 세 개. 처음에는 0과 1이 뿌리가 0인 나무, 2와 3이 뿌리가 2인 나무이고 4와
5는 혼자다. union(1, 3) 뒤에는 2에서 0으로 화살표가 생겨 넷 모두 뿌리가 0이다. 오른쪽은 틀린 방법으로, 3만 1 밑에 달리고 2는 홀로
남는다.](attachment:trees.png)

그림에 흔한 실수가 나와 있습니다. `union(1, 3)`은 원소가 둘씩인 두 집합을 합쳐야 합니다. 3 자체를 1 밑에 달면 3만 집합을 떠나고 2는
홀로 남습니다. **원소가 아니라 뿌리를 합칩니다.**

작은 집합을 큰 집합 밑에 달면 경로가 짧아집니다. 한 걸음 올라갈 때마다 집합이 두 배 이상 커지므로, 픽셀이 1024개라면 경로는 길어야
열 걸음입니다. 여기서 꼭 그렇게 할 필요는 없습니다.

네 메서드를 채우십시오. 두 줄, 세 줄, 일곱 줄, 한 줄 정도면 됩니다.

- `__init__(n)`: 0부터 n − 1까지의 수가 저마다 집합 하나를 이룹니다.
- `find(i)`: i가 든 집합의 뿌리를 반환합니다. 두 수가 같은 집합에 있으면 같은 값이 나옵니다.
- `union(i, j)`: i가 든 집합과 j가 든 집합을 합치고 새 집합의 뿌리를 반환합니다. 이미 같은 집합이면 아무것도 바꾸지 않고 그 뿌리를
  반환합니다. 어느 쪽 뿌리가 남는지는 자유입니다.
- `size(i)`: i가 든 집합에 있는 수의 개수를 반환합니다.

예를 들어 `DisjointSet(6)`에서 `union(0, 1)`, `union(2, 3)`, `union(1, 3)`을 차례로 부르면 0, 1, 2, 3의 뿌리가 같고 `size(2)`는
4, `size(5)`는 1입니다.
"""


# %% exercise="disjoint_set"
class DisjointSet:
    """The numbers 0 to n - 1 in sets that can be united."""

    def __init__(self, n):
        """n : int, how many numbers there are; each is a set of its own. About 2 lines."""
        ### BEGIN SOLUTION
        self.parent = list(range(n))
        self.count = [1] * n
        ### END SOLUTION

    def find(self, i):
        """Return the root of the set of i, an int: the same for all members of a set. About 3 lines."""
        ### BEGIN SOLUTION
        while self.parent[i] != i:
            i = self.parent[i]
        return i
        ### END SOLUTION

    def union(self, i, j):
        """Unite the sets of i and j; return the root of the new set. Which of the two roots it is, is yours to choose.

        If i and j are in one set already, nothing changes, and its root is returned. About 7 lines.

        Example: in DisjointSet(6), after union(0, 1), union(2, 3) and union(1, 3) the numbers 0, 1, 2, 3 have one root;
        size(2) is 4 and size(5) is 1.
        """
        ### BEGIN SOLUTION
        i, j = self.find(i), self.find(j)
        if i == j:
            return i
        if self.count[i] < self.count[j]:
            i, j = j, i
        self.parent[j] = i
        self.count[i] += self.count[j]
        return i
        ### END SOLUTION

    def size(self, i):
        """Return how many numbers the set of i has, an int. About 1 line."""
        ### BEGIN SOLUTION
        return self.count[self.find(i)]
        ### END SOLUTION


# %% check="disjoint_set"
check("disjoint_set", DisjointSet)


# %% demo=true figure="trees"
def plot_trees():
    """Draw the trees of the text; print what the student's class says about them."""
    places = {0: (0, 2), 1: (0, 1), 2: (1.2, 2), 3: (1.2, 1), 4: (2.4, 2), 5: (3.2, 2)}
    drawings = {
        "before": {1: 0, 3: 2},
        "union(1, 3): roots united": {1: 0, 3: 2, 2: 0},
        "wrong: 3 itself is moved": {1: 0, 3: 1},
    }
    figure, axes = plt.subplots(1, 3, figsize=(10, 2.9), layout="constrained")
    for axis, (title, parents) in zip(axes, drawings.items(), strict=True):
        for i, (x, y) in places.items():
            root = i not in parents
            axis.plot(x, y, "s" if root else "o", markersize=22, color="0.8" if root else "white", markeredgecolor="black")
            axis.text(x, y, str(i), ha="center", va="center")
        for child, parent in parents.items():
            arrow = {"arrowstyle": "->", "shrinkA": 12, "shrinkB": 12, "linewidth": 1.6}
            axis.annotate("", places[parent], places[child], arrowprops=arrow)
        axis.set(xlim=(-0.5, 3.7), ylim=(0.5, 2.5), xticks=[], yticks=[], title=title)
    figure.supxlabel("an arrow goes from a number to its parent; squares are roots", fontsize=10)
    sets = DisjointSet(6)
    for pair in ((0, 1), (2, 3), (1, 3)):
        sets.union(*pair)
    print("roots", [sets.find(i) for i in range(6)], " sizes", [sets.size(i) for i in range(6)])


plot_trees()
plt.show()

# %% [markdown] lang="en"
r"""
Your class must print four equal roots first, and the sizes 4, 4, 4, 4, 1, 1.
"""

# %% [markdown] lang="ko"
r"""
여러분의 클래스에서는 먼저 같은 뿌리가 네 번 나오고, 크기는 4, 4, 4, 4, 1, 1이어야 합니다.
"""

# %% [markdown] lang="en"
r"""
## 3. Cutting an image into regions

Think of the image as a **graph**. The pixels are its nodes. Every pixel is joined to its (up to 8) neighbours,
corners included, by an edge. (In unit u10 an edge was a contour in a picture; here it is a line between two nodes.) The
**weight** of the edge between two pixels p and q says how different their colours are: their distance over the channels c,

$$w = \sqrt{\textstyle\sum_c (x_{c,p} - x_{c,q})^2}$$

Two pixels whose channels differ by 3 and 4 get $w = \sqrt{9 + 16} = 5$.

Now go through the edges, **lightest first**, and unite the regions at their ends where the edge is light enough. What is
light enough? One threshold for the whole image is a poor rule. In a meadow neighbouring pixels differ by 0.2 and still
belong together; on a clear sky a step of 0.1 is the border of a cloud.

P. Felzenszwalb and D. Huttenlocher (2004) let each region decide by what it has seen. For a region A let

- $|A|$ be its number of pixels,
- $\mathrm{Int}(A)$ the largest weight that was needed to put it together; for a single pixel 0.

An edge of weight w unites the regions A and B if

$$w \;\le\; \min\!\left(\mathrm{Int}(A) + \frac{k}{|A|},\;\; \mathrm{Int}(B) + \frac{k}{|B|}\right)$$

The meadow has a large Int, so it accepts steps of 0.2. The sky has a small one and refuses. Both must agree: the
*smaller* bound counts.

And $k / |A|$? A single pixel has Int 0; without help it would accept nothing. So small regions get an allowance, which
shrinks as they grow. A larger k makes larger regions.

**By hand.** One row of three pixels, 0, 0.4, 1.32, and k = 1. The edges weigh 0.4 and 0.92.

- 0.4: two single pixels, both with the bound $0 + 1/1 = 1$. $0.4 \le 1$: united. Now $\mathrm{Int} = 0.4$, size 2.
- 0.92: the pair has the bound $0.4 + 1/2 = 0.9$, the last pixel 1. $0.92 > 0.9$: not united. Two regions remain.

Because the edges come sorted, the weight w of a union is the largest so far: the new Int is just w. An edge inside one
region is skipped; it does not change Int.

**At last, crumbs.** Noise leaves regions of one or two pixels. So go through the same sorted edges a second time: if an
edge leads from one region to another and *at least one* of the two has fewer than `min_size` pixels, unite them, whatever
it weighs. As the edges are sorted, a crumb falls to the neighbour that it differs from least. This second loop needs no Int.

The next cell gives you the list of all edges.
"""

# %% [markdown] lang="ko"
r"""
## 3. 이미지를 영역으로 나누기

이미지를 **그래프**(graph)로 생각합니다. 픽셀이 노드이고, 이웃한 픽셀은 간선(edge)으로 이어집니다. 모서리로 닿은 픽셀도
이웃이므로 이웃은 많으면 8개입니다. (u10에서 edge는 그림의 윤곽선이었습니다. 여기서는 두 노드를 잇는 선입니다.) 픽셀 p와 q를 잇는
간선의 **무게**(weight)는 두 픽셀의 색이 얼마나 다른지를 나타냅니다. 채널 c의 차이로 구한 거리입니다.

$$w = \sqrt{\textstyle\sum_c (x_{c,p} - x_{c,q})^2}$$

채널의 차이가 3과 4인 두 픽셀이라면 $w = \sqrt{9 + 16} = 5$입니다.

이제 간선을 **가벼운 것부터** 살펴보면서, 간선이 충분히 가벼우면 양 끝의 두 영역을 합칩니다. 얼마나 가벼워야 할까요? 이미지
전체에 임계값 하나를 두는 것은 좋은 규칙이 못 됩니다. 풀밭에서는 이웃한 픽셀이 0.2씩 달라도 같은 풀밭입니다. 맑은 하늘에서는 0.1만
달라져도 구름의 경계입니다.

P. Felzenszwalb와 D. Huttenlocher(2004)는 영역이 저마다 겪은 것에 따라 스스로 정하게 했습니다. 영역 A에 대해

- $|A|$는 A의 픽셀 수,
- $\mathrm{Int}(A)$는 A를 이루는 데 쓰인 무게 가운데 가장 큰 것입니다. 픽셀 하나라면 0입니다.

무게가 w인 간선은 다음이 성립할 때 영역 A와 B를 합칩니다.

$$w \;\le\; \min\!\left(\mathrm{Int}(A) + \frac{k}{|A|},\;\; \mathrm{Int}(B) + \frac{k}{|B|}\right)$$

풀밭은 Int가 커서 0.2인 차이를 받아들입니다. 하늘은 Int가 작아서 물리칩니다. 둘 다 받아들여야 하므로 *작은* 쪽 한계를 따릅니다.

$k / |A|$는 왜 있을까요? 픽셀 하나는 Int가 0이라서 그대로는 아무것도 받아들이지 못합니다. 그래서 작은 영역에는 여유를 주고, 영역이
자라면 여유를 줄입니다. k가 클수록 영역이 커집니다.

**손으로 해 보기.** 픽셀 세 개가 한 줄에 있습니다. 값은 0, 0.4, 1.32이고 k = 1입니다. 간선의 무게는 0.4와 0.92입니다.

- 0.4: 두 픽셀 모두 한계가 $0 + 1/1 = 1$입니다. $0.4 \le 1$이므로 합칩니다. 이제 $\mathrm{Int} = 0.4$, 크기는 2입니다.
- 0.92: 합쳐진 영역의 한계는 $0.4 + 1/2 = 0.9$, 마지막 픽셀의 한계는 1입니다. $0.92 > 0.9$이므로 합치지 않습니다. 영역은
  둘입니다.

간선을 무게순으로 살펴보므로 합칠 때의 무게 w가 지금까지 가장 큽니다. 그래서 새 영역의 Int는 그냥 w입니다. 한 영역 안에 있는
간선은 건너뛰며, Int도 바뀌지 않습니다.

**마지막으로 부스러기.** 잡음 때문에 픽셀 한두 개짜리 영역이 남습니다. 그래서 정렬한 간선을 한 번 더 훑습니다. 간선이 서로 다른 두
영역을 잇고 그 가운데 *하나라도* 픽셀이 `min_size`개보다 적으면, 무게와 상관없이 합칩니다. 간선이 정렬되어 있으므로 부스러기는
가장 덜 다른 이웃에 붙습니다. 둘째 반복문에서는 Int를 쓰지 않습니다.

다음 셀에는 모든 간선의 목록을 만드는 함수가 있습니다.
"""


# %% given=true
def pixel_pairs(H, W):
    """Return all pairs of neighbouring pixels, (E, 2) ints, each pair once.

    Pixel (i, j) is the number i * W + j. Neighbours are beside, above, below or at a corner: 8 for a pixel inside.
    """
    pixel = np.arange(H * W).reshape(H, W)
    sides = (
        (pixel[:, :-1], pixel[:, 1:]),  # left and right
        (pixel[:-1], pixel[1:]),  # above and below
        (pixel[:-1, :-1], pixel[1:, 1:]),  # the two diagonals
        (pixel[:-1, 1:], pixel[1:, :-1]),
    )
    return np.concatenate([np.stack([p.ravel(), q.ravel()], axis=1) for p, q in sides])


# %% [markdown] lang="en"
r"""
For an image of 2×3 pixels, numbered 0, 1, 2 in the first row and 3, 4, 5 in the second, `pixel_pairs(2, 3)` has 11 rows:
0–1, 1–2, 3–4, 4–5 to the right, 0–3, 1–4, 2–5 down, and the diagonals 0–4, 1–5, 1–3, 2–4. If you bring the image into the
shape (H·W, C) by `img.reshape(C, H * W).T`, row p is the colour of pixel p.

**Your turn**, about 20 lines:

1. Weights of all pairs, and their order by `np.argsort`.
2. A `DisjointSet` of all pixels, and an array of Int, 0 for each. Only the entries at roots are right; read them there.
3. First loop: the rule above. `union` returns the root at which the new Int is stored.
4. Second loop: `min_size`.
5. Labels: the root of each pixel, with new numbers 0, 1, …, n − 1. `np.unique(roots, return_inverse=True)[1]` gives each
   root its number. Back to the shape (H, W).

Python loops over arrays are faster with `.tolist()`; the check does not mind.
"""

# %% [markdown] lang="ko"
r"""
픽셀이 2×3개이고 첫 줄이 0, 1, 2, 둘째 줄이 3, 4, 5번이라면 `pixel_pairs(2, 3)`은 11행입니다. 오른쪽으로 0–1, 1–2, 3–4, 4–5,
아래로 0–3, 1–4, 2–5, 대각선으로 0–4, 1–5, 1–3, 2–4입니다. `img.reshape(C, H * W).T`로 이미지의 shape을 (H·W, C)로 바꾸면 p번 행이
p번 픽셀의 색입니다.

빈칸을 채우십시오. 스무 줄 정도면 됩니다.

1. 모든 쌍의 무게를 구하고 `np.argsort`로 순서를 정합니다.
2. 모든 픽셀의 `DisjointSet`과, Int를 담을 배열(모두 0)을 만듭니다. 배열에서 맞는 것은 뿌리 자리의 값뿐이므로 뿌리에서 읽습니다.
3. 첫째 반복문에서 위의 규칙을 적용합니다. 새 Int는 `union`이 반환하는 뿌리에 적습니다.
4. 둘째 반복문에서 `min_size`를 적용합니다.
5. 픽셀마다 뿌리를 구하고 0, 1, …, n − 1로 번호를 새로 매깁니다. `np.unique(roots, return_inverse=True)[1]`이 뿌리마다 번호를
   줍니다. shape을 (H, W)로 되돌립니다.

이웃은 `pixel_pairs(H, W)`가 주는 쌍이며 모서리로 닿은 픽셀도 포함합니다. `img`는 (C, H, W) 실수 배열이고 바꾸면 안 됩니다. `k`는
0 이상의 실수, `min_size`는 정수입니다. 결과는 정수 배열 (H, W)이고, 픽셀마다 제 영역의 번호가 들어 있습니다. 영역이 n개이면 번호는
0부터 n − 1까지이며 순서는 자유입니다. 예를 들어 img = [[[0, 0.4, 1.32]]], k = 1, min_size = 1이면 [[0, 0, 1]]이고, min_size = 2이면 [[0, 0, 0]]입니다.

배열을 반복문으로 돌 때는 `.tolist()`로 바꾸면 더 빠르지만, 점수와는 상관없습니다.
"""


# %% exercise="felzenszwalb"
def felzenszwalb(img, k, min_size):
    """Cut an image into regions of similar colour; return for each pixel the number of its region.

    img : (C, H, W) floats; not changed.
    k : float >= 0, the scale; a larger k makes larger regions. min_size : int, the fewest pixels of a region.
    Neighbours are the pairs of pixel_pairs(H, W); the weight of a pair is the distance of the two colours.
    By weight, lightest first, w unites two regions where w <= min(Int(A) + k / |A|, Int(B) + k / |B|); then Int is w.
    After that, in the same order, every pair unites two regions of which at least one has fewer than min_size pixels.
    Returns (H, W) ints, 0 to n - 1 for n regions, each of them there; in which order they are numbered is free.

    Example: img = [[[0, 0.4, 1.32]]], k = 1 gives [[0, 0, 1]] for min_size = 1 and [[0, 0, 0]] for min_size = 2.
    About 20 lines.
    """
    ### BEGIN SOLUTION
    C, H, W = img.shape
    colours, pairs = img.reshape(C, H * W).T, pixel_pairs(H, W)
    weights = np.linalg.norm(colours[pairs[:, 0]] - colours[pairs[:, 1]], axis=1)
    order = np.argsort(weights, kind="stable")
    weights, pairs = weights[order].tolist(), pairs[order].tolist()
    regions, inside = DisjointSet(H * W), [0.0] * (H * W)
    for w, (p, q) in zip(weights, pairs, strict=True):
        i, j = regions.find(p), regions.find(q)
        if i != j and w <= min(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j)):
            inside[regions.union(i, j)] = w
    for p, q in pairs:
        if min(regions.size(p), regions.size(q)) < min_size:
            regions.union(p, q)
    roots = [regions.find(p) for p in range(H * W)]
    return np.unique(roots, return_inverse=True)[1].reshape(H, W)
    ### END SOLUTION


# %% check="felzenszwalb"
check("felzenszwalb", felzenszwalb)

# %% [markdown] lang="en"
r"""
### Your regions

**Guess first**: what happens to the house for a small k, and what do the crumbs look like without `min_size`?

![The house and three cuts of it. With k = 0.1 and min_size 1 there are 101 regions, most of them single pixels; with k = 0.1
and min_size 8 there are 16; with k = 1 and min_size 8 there are 7: sky, sun, roof, wall, window, door, grass.](attachment:regions.png)
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 영역

**먼저 예상해 보십시오.** k가 작으면 집은 어떻게 될까요? `min_size`가 없으면 부스러기는 어떤 모습일까요?

![집과, 집을 나눈 그림 셋. k = 0.1, min_size 1이면 영역이 101개이고 대부분 픽셀 하나다. k = 0.1, min_size 8이면 16개, k = 1, min_size 8이면
하늘, 해, 지붕, 벽, 창, 문, 풀밭의 7개다.](attachment:regions.png)
"""


# %% demo=true figure="regions"
def plot_regions():
    """Draw the house and the student's regions for three settings."""
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.3), layout="constrained", sharey=True)
    show_image(axes[0], house(), "the image")
    for axis, (k, min_size) in zip(axes[1:], ((0.1, 1), (0.1, 8), (1.0, 8)), strict=True):
        labels = felzenszwalb(house(), k, min_size)
        n = int(labels.max()) + 1
        show_regions(axis, labels, f"k = {k}, min_size {min_size}: {n} regions")
        print(f"k = {k}, min_size {min_size}: {n} regions")
    for axis in axes:
        axis.set_xlabel("x")
    axes[0].set_ylabel("y")


plot_regions()
plt.show()

# %% [markdown] lang="en"
r"""
With k = 1 and `min_size` 8 the seven regions are just the seven things that were painted. That is luck of a clean picture.
Photos have shadows, textures and blurred borders, and no k cuts them as you would. But it need not be perfect: an object in
four pieces can still be put together. Regions that are *too large* are worse, since nothing will cut them again.

(In the papers the image is blurred a little before the cut, as in unit u10, so that the noise has less to say. We leave it
out.)
"""

# %% [markdown] lang="ko"
r"""
k = 1, `min_size` 8이면 영역 일곱 개가 그려 넣은 일곱 가지와 꼭 맞습니다. 그림이 깨끗한 덕분입니다. 사진에는 그림자와 무늬와 흐릿한
경계가 있어서 어떤 k로도 사람처럼 나누지 못합니다. 하지만 완벽할 필요는 없습니다. 네 조각 난 물체는 나중에 다시 합칠 수 있습니다.
영역이 *너무 큰* 쪽이 더 나쁩니다. 나중에 다시 나누는 단계가 없기 때문입니다.

(논문에서는 나누기 전에 u10에서처럼 이미지를 조금 흐리게 해서 잡음의 영향을 줄입니다. 여기서는 하지 않습니다.)
"""

# %% [markdown] lang="en"
r"""
## 4. What a region looks like

To decide which regions to merge we need not keep all their pixels. Three facts are enough. We put them into a dict:

- `"box"`: x1, y1, x2, y2, the smallest box around all its pixels. As in unit u16, the pixel in row i and column j covers
  x from j to j + 1 and y from i to i + 1. So x2 is the largest column **plus 1**, y2 the largest row plus 1.
- `"size"`: its number of pixels. Not the area of the box: a circle leaves the corners of its box empty.
- `"histogram"`: its colours. Divide the values from 0 to 1 into `bins` equal bins, and count for each channel how many
  pixels of the region fall into each bin. Put the counts of channel 0 first, then those of channel 1, and so on. Divide by
  their sum, which is C · size. Then regions of 20 and of 500 pixels can be compared.

**By hand.** One channel, the row 0.1, 0.2, 0.9, all one region, and two bins. The first bin goes from 0 to 0.5 and holds
two pixels, the second one. Divided by 3: $(2/3,\ 1/3)$. The box is (0, 0, 3, 1), the size 3.

`np.histogram(values, bins=bins, range=(0, 1))[0]` counts. Without `range` it would stretch the bins over the values at
hand, and a bin would mean another colour in each region.

**Your turn**, about 9 lines. `np.nonzero(labels == label)` gives the rows and the columns of the pixels.
"""

# %% [markdown] lang="ko"
r"""
## 4. 영역의 특징

어느 영역을 합칠지 정하는 데 픽셀이 모두 필요하지는 않습니다. 세 가지면 됩니다. 딕셔너리에 담겠습니다.

- `"box"`: 모든 픽셀을 두르는 가장 작은 상자 x1, y1, x2, y2입니다. u16에서처럼 i행 j열의 픽셀은 x가 j부터 j + 1까지, y가 i부터
  i + 1까지입니다. 그러므로 x2는 가장 큰 열 **더하기 1**, y2는 가장 큰 행 더하기 1입니다.
- `"size"`: 픽셀의 수입니다. 상자의 넓이가 아닙니다. 원은 상자의 네 구석을 비워 둡니다.
- `"histogram"`: 색을 나타내는 히스토그램(histogram)입니다. 0부터 1까지를 똑같은 칸(bin) `bins`개로 나누고, 채널마다 영역의 픽셀이 칸마다
  몇 개씩 들어가는지 셉니다. 0번 채널의 개수를 먼저, 그다음 1번 채널의 개수를 놓습니다. 모두 더하면 C · size이므로 이것으로
  나눕니다. 그러면 20픽셀짜리 영역과 500픽셀짜리 영역을 비교할 수 있습니다.

**손으로 해 보기.** 채널이 하나이고 한 줄 0.1, 0.2, 0.9가 모두 한 영역이며 칸이 둘입니다. 첫 칸은 0부터 0.5까지로 픽셀이 두 개,
둘째 칸에는 하나 들어갑니다. 3으로 나누면 $(2/3,\ 1/3)$입니다. 상자는 (0, 0, 3, 1)이고 크기는 3입니다.

개수는 `np.histogram(values, bins=bins, range=(0, 1))[0]`으로 셉니다. `range`를 주지 않으면 칸이 그 영역의 값에 맞춰 늘어나서, 같은
칸이 영역마다 다른 색을 뜻하게 됩니다.

빈칸을 채우십시오. 아홉 줄 정도면 됩니다. `np.nonzero(labels == label)`로 픽셀의 행과 열을 얻습니다. `img`는 (C, H, W)이고 값은 0부터 1까지,
`labels`는 (H, W)이고 0부터 n − 1까지의 정수가 모두 한 번 이상 나옵니다. 둘 다 바꾸면 안 됩니다. `bins`는 채널마다의 칸 수입니다. 결과는
레이블 순서대로 딕셔너리 n개의 리스트이며, `"box"`는 (4,) 실수 배열, `"size"`는 정수, `"histogram"`은 합이 1인 (C · bins,) 배열입니다.
정확히 1인 값은 마지막 칸에 들어갑니다.
"""


# %% exercise="region_features"
def region_features(img, labels, bins=25):
    """Return the regions of an image as dicts, a list in the order of their labels.

    img : (C, H, W), values from 0 to 1. labels : (H, W) ints, 0 to n - 1, each there. Neither is changed.
    bins : int, equal bins from 0 to 1 for each channel; a value of exactly 1 belongs to the last one.
    Returns n dicts with
        "box"        (4,) floats, x1, y1, x2, y2: smallest column and row, largest column + 1 and row + 1
        "size"       int, the number of pixels
        "histogram"  (C * bins,) floats of sum 1: the counts of channel 0, then of channel 1, ..., over C * size

    Example: img = [[[0.1, 0.2, 0.9]]], labels = [[0, 0, 0]] and bins = 2 give one region with the box (0, 0, 3, 1), the
    size 3 and the histogram (2/3, 1/3). About 9 lines.
    """
    ### BEGIN SOLUTION
    regions = []
    for label in range(labels.max() + 1):
        y, x = np.nonzero(labels == label)
        counts = [np.histogram(channel[y, x], bins=bins, range=(0, 1))[0] for channel in img]
        histogram = np.concatenate(counts) / (len(img) * len(y))
        box = np.array([x.min(), y.min(), x.max() + 1, y.max() + 1], dtype=float)
        regions.append({"box": box, "size": len(y), "histogram": histogram})
    return regions
    ### END SOLUTION


# %% check="region_features"
check("region_features", region_features)

# %% [markdown] lang="en"
r"""
## 5. How alike are two regions?

J. Uijlings and others (2013) add up several answers. Each is a number that is at most 1. Let `area` be the number of
pixels of the whole image.

**Colour**: what share of the colours do they have in common? Take in each bin the smaller of the two shares, and add up:

$$s_\text{colour} = \sum_b \min(h_a[b],\ h_b[b])$$

Equal histograms give 1, histograms without a common bin 0. For $(1/2, 1/2, 0)$ and $(1/4, 1/4, 1/2)$ it is
$1/4 + 1/4 + 0 = 1/2$.

**Size**: small regions should merge first. Else one large region eats the others one by one, and every box on the way is
just that region with a little more:

$$s_\text{size} = 1 - \frac{|a| + |b|}{\mathtt{area}}$$

**Fill**: regions that fit into each other should merge: a window into its wall. Lay the box around both, and see how many
of its pixels belong to neither, as a share of `area`. With R for the area of the box around both:

$$s_\text{fill} = 1 - \frac{R - |a| - |b|}{\mathtt{area}}$$

The similarity is the sum of the three:

$$s = s_\text{colour} + s_\text{size} + s_\text{fill}$$

**By hand.** a has the box (0, 0, 2, 3) and 6 pixels, b the box (4, 1, 5, 5) and 3; area is 50, the histograms are those
above. The box around both is (0, 0, 5, 5), so R = 25, and $s = 0.5 + (1 - 9/50) + (1 - 16/50) = 0.5 + 0.82 + 0.68 = 2$.

The paper has a fourth one, **texture**: how the brightness changes in each of 8 directions (by derivatives of a
blurred image, much like Sobel in unit u10), for each channel, as a histogram of 10 bins for each direction; compared like
colour. It tells a chameleon from the leaf behind it. Our images have no texture but noise, so we leave it out.

**Your turn**, about 7 lines. A check of your own: a and b may change places without changing s.
"""

# %% [markdown] lang="ko"
r"""
## 5. 두 영역은 얼마나 비슷한가

J. Uijlings 등(2013)은 여러 가지 답을 더합니다. 답은 저마다 1을 넘지 않는 수입니다. `area`는 이미지 전체의 픽셀 수입니다.

**색**: 두 영역에 공통된 색의 비율입니다. 칸마다 두 비율 가운데 작은 쪽을 골라 더합니다.

$$s_\text{colour} = \sum_b \min(h_a[b],\ h_b[b])$$

히스토그램이 같으면 1이고, 함께 쓰는 칸이 없으면 0입니다. $(1/2, 1/2, 0)$과 $(1/4, 1/4, 1/2)$이라면 $1/4 + 1/4 + 0 = 1/2$입니다.

**크기**: 작은 영역부터 합쳐야 합니다. 그러지 않으면 큰 영역 하나가 다른 영역을 하나씩 삼키고, 그동안 나오는 상자는 그 큰 영역이 조금씩
커진 것뿐입니다.

$$s_\text{size} = 1 - \frac{|a| + |b|}{\mathtt{area}}$$

**채움**(fill): 벽 안의 창처럼 서로 맞물리는 영역을 먼저 합칩니다. 둘을 두르는 상자에서 어느 쪽에도 속하지 않는 픽셀이
`area`에 대한 비율로 얼마나 되는지 봅니다. R은 둘을 두르는 상자의 넓이입니다.

$$s_\text{fill} = 1 - \frac{R - |a| - |b|}{\mathtt{area}}$$

유사도(similarity)는 셋을 더한 것입니다.

$$s = s_\text{colour} + s_\text{size} + s_\text{fill}$$

**손으로 해 보기.** a의 상자는 (0, 0, 2, 3)이고 6픽셀, b의 상자는 (4, 1, 5, 5)이고 3픽셀입니다. area는 50이고 히스토그램은 위의 두
가지입니다. 둘을 두르는 상자는 (0, 0, 5, 5)이므로 R = 25입니다. 따라서
$s = 0.5 + (1 - 9/50) + (1 - 16/50) = 0.5 + 0.82 + 0.68 = 2$입니다.

논문에는 넷째로 **질감**(texture)이 있습니다. 밝기가 여덟 방향으로 어떻게 변하는지를(u10의 소벨 필터와 비슷하게, 흐리게 한 이미지를
미분합니다) 채널마다, 방향마다 칸이 10개인 히스토그램으로 나타내고 색처럼 비교합니다. 카멜레온과 그 뒤의 나뭇잎을 구별해 줍니다.
우리 이미지에는 잡음 말고는 질감이 없으므로 뺐습니다.

빈칸을 채우십시오. 일곱 줄 정도면 됩니다. `a`와 `b`는 4절의 딕셔너리이고 바꾸면 안 됩니다. `area`는 이미지의 픽셀 수이고, 결과는 실수 하나입니다. a와
b를 바꾸어 넣어도 값이 같은지 스스로 확인해 보십시오.
"""


# %% exercise="similarity"
def similarity(a, b, area):
    """Return how alike two regions are, a float: colour + size + fill.

    a, b : regions as in region_features; not changed. area : int, the number of pixels of the image.
    colour = sum over the bins of the smaller share; size = 1 - (size a + size b) / area;
    fill = 1 - (area of the box around both - size a - size b) / area.

    Example: boxes (0, 0, 2, 3) and (4, 1, 5, 5), sizes 6 and 3, histograms (1/2, 1/2, 0) and (1/4, 1/4, 1/2) and
    area = 50 give 0.5 + 0.82 + 0.68 = 2.0. About 7 lines.
    """
    ### BEGIN SOLUTION
    x1, y1 = np.minimum(a["box"][:2], b["box"][:2])
    x2, y2 = np.maximum(a["box"][2:], b["box"][2:])
    pixels = a["size"] + b["size"]
    colour = np.minimum(a["histogram"], b["histogram"]).sum()
    size = 1 - pixels / area
    fill = 1 - ((x2 - x1) * (y2 - y1) - pixels) / area
    return float(colour + size + fill)
    ### END SOLUTION


# %% check="similarity"
check("similarity", similarity)

# %% [markdown] lang="en"
r"""
A surprise, if you add size and fill on paper: the numbers of pixels cancel, and only R, the area of the box around both, is
left.

$$s_\text{size} + s_\text{fill} = 2 - \frac{R}{\mathtt{area}}$$

So with all terms added, the similarity asks for common colours and a small common box, nothing else. The two terms do not
become useless: the paper runs the whole method several times with different sums, some of them with one of the two only.
"""

# %% [markdown] lang="ko"
r"""
크기 항과 채움 항을 종이에 더해 보면 뜻밖의 일이 생깁니다. 픽셀 수가 서로 지워지고, 둘을 두르는 상자의 넓이 R만 남습니다.

$$s_\text{size} + s_\text{fill} = 2 - \frac{R}{\mathtt{area}}$$

그러므로 모두 더한 유사도는 공통된 색이 많은지, 둘을 두르는 상자가 작은지만 따집니다. 그렇다고 두 항이 쓸모없는 것은 아닙니다.
논문에서는 더하는 항을 바꾸어 가며 전체를 여러 번 실행하는데, 둘 가운데 하나만 쓸 때도 있습니다.
"""

# %% [markdown] lang="en"
r"""
## 6. Two regions become one

The new region needs the same three facts. We can get them from those of its parts, without looking at a pixel:

- the box around both: the smaller x1 and y1, the larger x2 and y2,
- the size: the sum,
- the histogram: that of all pixels together. A region of 30 pixels, all red, and one of 10, all blue, make one of 40 pixels
  that is 3/4 red and 1/4 blue. So each histogram counts by its number of pixels:

$$h = \frac{|a|\, h_a + |b|\, h_b}{|a| + |b|}$$

The plain mean of the two, $(h_a + h_b)/2$, would say half red.

**Your turn**, about 6 lines. Return a new dict with new arrays. a and b stay as they are: their boxes are proposals, too.
"""

# %% [markdown] lang="ko"
r"""
## 6. 두 영역을 하나로

새 영역에도 같은 세 가지가 필요합니다. 픽셀을 다시 보지 않아도 두 영역의 것에서 구할 수 있습니다.

- 상자는 둘을 두르는 상자입니다. x1과 y1은 작은 쪽, x2와 y2는 큰 쪽입니다.
- 크기는 더하면 됩니다.
- 히스토그램은 모든 픽셀을 합친 것입니다. 모두 빨강인 30픽셀과 모두 파랑인 10픽셀을 합치면 40픽셀 가운데 3/4이 빨강, 1/4이
  파랑입니다. 그러므로 히스토그램을 픽셀 수로 가중합니다.

$$h = \frac{|a|\, h_a + |b|\, h_b}{|a| + |b|}$$

그냥 평균 $(h_a + h_b)/2$를 내면 빨강이 절반이라고 하게 됩니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `a`와 `b`는 4절의 딕셔너리입니다. 새 배열을 담은 새 딕셔너리(`"box"`, `"size"`, `"histogram"`)를
반환하고, a와 b는 그대로 두십시오. 두 영역의 상자도 후보 상자이기 때문입니다. 예를 들어 상자가 (0, 0, 5, 6)과 (5, 0, 7, 5), 크기가 30과 10,
히스토그램이 (1, 0)과 (0, 1)이면 상자는 (0, 0, 7, 6), 크기는 40, 히스토그램은 (0.75, 0.25)입니다.
"""


# %% exercise="merge"
def merge(a, b):
    """Return the union of two regions, a new dict of new arrays: the box around both, the size, the colours of all pixels.

    a, b : regions as in region_features, "box" (4,), "size" int, "histogram" (C * bins,); not changed.
    The histogram is (size a * histogram a + size b * histogram b) / (size a + size b).

    Example: boxes (0, 0, 5, 6) and (5, 0, 7, 5), sizes 30 and 10, histograms (1, 0) and (0, 1) give the box
    (0, 0, 7, 6), the size 40 and the histogram (0.75, 0.25). About 6 lines.
    """
    ### BEGIN SOLUTION
    size = a["size"] + b["size"]
    low = np.minimum(a["box"][:2], b["box"][:2])
    high = np.maximum(a["box"][2:], b["box"][2:])
    histogram = (a["size"] * a["histogram"] + b["size"] * b["histogram"]) / size
    return {"box": np.concatenate([low, high]), "size": size, "histogram": histogram}
    ### END SOLUTION


# %% check="merge"
check("merge", merge)

# %% [markdown] lang="en"
r"""
## 7. The hierarchy

Now the parts come together.

1. Cut the image with `felzenszwalb`, and describe the regions.
2. Only regions that **touch** may merge: pixels side by side, or one above the other. `touching(labels)` of the next cell
   lists the pairs.
3. While there is a pair left: find the most similar one, (i, j). Append the merged region to the list, so that it gets
   the next number. i and j stay in the list, since their boxes are wanted; only the pairs forget them.
4. The pairs must follow. Whoever touched i **or** j touches the new region now. The simplest way: replace i and j by the new
   number in all pairs, and drop the pair of the new region with itself.
5. Return the boxes of all regions that there ever were, in the order in which they appeared.

Step 4 is where this goes wrong. Suppose that four stripes lie side by side, 0–1–2–3, and 1 and 2 merge into region 4. Its
pairs are (0, 4) and (3, 4). If only the neighbours of 1 are kept, region 3 has lost its only neighbour. It is never merged,
and the last box is not the image. With a set of pairs (i, j), i < j, doubles vanish by themselves.

**Each box once.** A window inside a wall: when the two merge, the box of the wall stays what it was. The same box is in the
list twice, and a detector would look at it twice. Keep one of them, the **last**. Then the last row is always the whole
image, since all merging ends in it. (A ground that surrounds everything has the box of the image from the
beginning.)
"""

# %% [markdown] lang="ko"
r"""
## 7. 합쳐 올라가기

이제 부분을 하나로 모읍니다.

1. `felzenszwalb`로 이미지를 나누고 영역마다 특징을 구합니다.
2. **맞닿은** 영역만 합칠 수 있습니다. 픽셀이 옆이나 위아래로 붙어 있어야 합니다. 다음 셀의 `touching(labels)`가 그런 쌍을 모두
   줍니다.
3. 쌍이 남아 있는 동안, 가장 비슷한 쌍 (i, j)를 찾습니다. 합친 영역을 리스트 끝에 붙이면 다음 번호를 얻습니다. i와 j의
   상자도 필요하므로 i와 j는 리스트에 남고 쌍에서만 사라집니다.
4. 쌍도 따라 바뀌어야 합니다. i **또는** j와 닿아 있던 영역은 이제 새 영역과 닿아 있습니다. 가장 쉬운 방법은 모든 쌍에서 i와 j를
   새 번호로 바꾸고, 새 영역이 자기와 이룬 쌍을 지우는 것입니다.
5. 한 번이라도 있었던 모든 영역의 상자를, 생긴 순서대로 반환합니다.

4번에서 자주 틀립니다. 줄무늬 네 개가 0–1–2–3으로 나란히 있고 1과 2가 합쳐져 4번 영역이 된다고 합시다. 새 쌍은 (0, 4)와 (3, 4)입니다.
1의 이웃만 남기면 3번 영역은 하나뿐인 이웃을 잃습니다. 그러면 끝까지 합쳐지지 못하고, 마지막 상자가 이미지 전체가 되지 않습니다.
쌍을 i < j인 (i, j)의 집합(set)으로 두면 겹치는 쌍은 저절로 없어집니다.

**상자마다 한 번씩.** 벽 안에 창이 있습니다. 둘을 합쳐도 벽의 상자는 그대로입니다. 같은 상자가 두 번 나오고, 탐지기는 같은 곳을 두 번
보게 됩니다. 하나만, 그 가운데 **마지막** 것만 남기십시오. 모든 것이 합쳐져 이미지 전체로 끝나므로, 그러면 맨 끝 행은 언제나 이미지
전체입니다. (모든 것을 둘러싼 바탕이 있으면 그 상자는 처음부터 이미지 전체와 같습니다.)
"""


# %% given=true
def touching(labels):
    """Return the pairs (i, j), i < j, of regions that have pixels side by side or one above the other: a list."""
    labels = np.asarray(labels)
    sides = (labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])
    pairs = np.concatenate([np.stack([a.ravel(), b.ravel()], axis=1) for a, b in sides])
    return [(i, j) for i, j in np.unique(np.sort(pairs, axis=1), axis=0).tolist() if i != j]


# %% [markdown] lang="en"
r"""
**Your turn**, about 15 lines. `max(pairs, key=...)` finds the best pair. Hand `k`, `min_size` and `bins` on. If two pairs are
equally similar, take either. An image of one region has one box.
"""

# %% [markdown] lang="ko"
r"""
빈칸을 채우십시오. 열다섯 줄 정도면 됩니다. 가장 비슷한 쌍은 `max(pairs, key=...)`로 찾을 수 있습니다. `k`와 `min_size`와 `bins`를 그대로
넘기십시오. 똑같이 비슷한 쌍이 여럿이면 아무것이나 고릅니다. `img`는 (C, H, W)이고 값은 0부터 1까지이며 바꾸면 안 됩니다. 결과는 상자
(n, 4)입니다. 한 번이라도 있었던 영역의 상자가 생긴 순서대로 있고, 같은 상자는 마지막 것만 남으며, 맨 끝은 이미지 전체 (0, 0, W, H)입니다.
예를 들어 왼쪽 절반이 검정, 오른쪽 절반이 흰색인 6×8 이미지이면 (0, 0, 4, 6), (4, 0, 8, 6), (0, 0, 8, 6)입니다. 영역이 하나뿐인 이미지에서는 상자도 하나입니다.
"""


# %% exercise="selective_search"
def selective_search(img, k=1.0, min_size=8, bins=25):
    """Return the boxes of all regions that appear while an image is merged into one region, (n, 4) floats.

    img : (C, H, W), values from 0 to 1; not changed. k, min_size as in felzenszwalb, bins as in region_features.
    While two regions touch, the most similar pair of touching ones (similarity, with area = H * W) becomes one (merge).
    The boxes stand in the order in which the regions appear, those of felzenszwalb first; of equal boxes only the last
    one stays. So the last row is the whole image, (0, 0, W, H).

    Example: 6 rows of 8 pixels, the left half black, the right half white, give (0, 0, 4, 6), (4, 0, 8, 6) and
    (0, 0, 8, 6). About 15 lines.
    """
    ### BEGIN SOLUTION
    labels = felzenszwalb(img, k, min_size)
    regions = region_features(img, labels, bins)
    pairs = set(touching(labels))
    while pairs:
        i, j = max(sorted(pairs), key=lambda pair: similarity(regions[pair[0]], regions[pair[1]], labels.size))
        new = len(regions)
        regions.append(merge(regions[i], regions[j]))
        moved = (tuple(sorted(new if r in (i, j) else r for r in pair)) for pair in pairs)
        pairs = {pair for pair in moved if pair != (new, new)}
    boxes = [tuple(region["box"]) for region in regions]
    kept = [box for n, box in enumerate(boxes) if box not in boxes[n + 1 :]]
    return np.array(kept, dtype=float)
    ### END SOLUTION


# %% check="selective_search"
check("selective_search", selective_search)

# %% [markdown] lang="en"
r"""
### The house, step by step

The next cell draws all boxes that your function finds for the house, in their order. Compare with the picture of section
1: seven regions make ten boxes.

The seven regions and the six mergers are 13 boxes; three of them are the same as a later one. Window and door disappear
into the wall without a new box. Then the roof joins: box 8 is **the house**, (4, 5, 30, 26), as exactly as a person
would draw it. No region of the first cut had this box.
"""

# %% [markdown] lang="ko"
r"""
### 집이 만들어지는 과정

다음 셀은 여러분의 함수가 집 그림에서 찾은 상자를 순서대로 모두 그립니다. 1절의 그림과 비교해 보십시오. 영역은 일곱 개, 상자는 열
개입니다.

영역 7개와 합치기 6번이면 상자가 13개인데, 그 가운데 셋은 나중 상자와 같습니다. 창과 문은 벽에 들어가면서 새 상자를 만들지
않습니다. 그다음 지붕이 붙으면 8번 상자 (4, 5, 30, 26)이 나옵니다. 사람이 그린 것처럼 정확히 **집**입니다. 처음 나눈 영역 가운데
이 상자를 가진 것은 없습니다.
"""


# %% demo=true figure="hierarchy"
def plot_hierarchy():
    """Draw each box of the house in a picture of its own, in the order in which the student's function gives them."""
    img = house()
    boxes = selective_search(img)
    figure, axes = plt.subplots(2, 5, figsize=(11, 4.9), layout="constrained", sharex=True, sharey=True)
    for n, axis in enumerate(axes.flat):
        show_image(axis, img)
        if n < len(boxes):
            plots.boxes(axis, boxes[n : n + 1], color="black", width=4)
            plots.boxes(axis, boxes[n : n + 1], style="--", color="white", width=2)
            axis.set_title(f"box {n + 1}: " + ", ".join(f"{x:.0f}" for x in boxes[n]), fontsize=9)
    figure.supxlabel("x")
    figure.supylabel("y")
    n = int(felzenszwalb(img, 1.0, 8).max()) + 1
    print(f"{n} regions, {len(boxes)} boxes; the last is {boxes[-1].tolist()}")


plot_hierarchy()
plt.show()

# %% [markdown] lang="en"
r"""
## 8. How good are proposals?

A proposal need not say what it has found, nor how sure it is. A classifier will look at it later. The proposals have one
duty: **no object may be missed**. What no box proposes, no classifier can find. That is measured by the recall of unit
u16, in a simpler form: without scores, without classes, without matching.

Take each object, and the best IoU that any box has with it. The recall at t is the share of objects for which it is at least
t. With $o_1, \dots, o_G$ for the objects and $b_n$ for the boxes:

$$\mathrm{recall}(t) = \frac{1}{G} \sum_{g=1}^{G} \big[\, \max_{n}\, \mathrm{IoU}(o_g,\ b_n) \ge t \,\big]$$

The brackets are 1 where the statement is true, else 0.

**By hand.** Two objects; the best IoU with a box is 0.8 for one and 0.4 for the other. The recall at 0.5 is 1/2, at 0.3 it is
1, at 0.9 it is 0. A hundred boxes more, all far from the objects, change nothing: recall does not punish wrong boxes.
So a recall means little without the **number of boxes** beside it.

**Your turn**, about 2 lines. `iou_matrix(A, B)` is given: A (G, 4) and B (N, 4) give the IoU of each with each, (G, N). One
box may find several objects. There may be no box at all; then the recall is 0, and `max` of an empty row needs
`initial=0`.
"""

# %% [markdown] lang="ko"
r"""
## 8. 후보 상자가 얼마나 좋은가

후보 상자는 무엇을 찾았는지, 얼마나 확실한지 말하지 않아도 됩니다. 그것은 나중에 분류기가 봅니다. 후보 상자의 의무는 하나입니다. **물체를 하나도
놓치지 않는 것**입니다. 어느 상자도 제안하지 않은 물체는 분류기도 찾을 수 없습니다. 이것을 u16의 재현율로 재는데, 여기서는 점수와
클래스와 대응 없이 더 간단하게 구합니다.

물체마다 상자들과의 IoU 가운데 가장 큰 값을 봅니다. t에서의 재현율은 그 값이 t 이상인 물체의 비율입니다. 물체를
$o_1, \dots, o_G$, 상자를 $b_n$이라고 하면 다음과 같습니다.

$$\mathrm{recall}(t) = \frac{1}{G} \sum_{g=1}^{G} \big[\, \max_{n}\, \mathrm{IoU}(o_g,\ b_n) \ge t \,\big]$$

대괄호는 안의 식이 참이면 1, 아니면 0입니다.

**손으로 해 보기.** 물체가 둘이고, 가장 큰 IoU가 하나는 0.8, 다른 하나는 0.4입니다. 0.5에서의 재현율은 1/2, 0.3에서는 1, 0.9에서는
0입니다. 물체에서 먼 상자를 백 개 더해도 달라지지 않습니다. 재현율은 틀린 상자를 벌하지 않습니다. 그래서 재현율은 **상자의 수**와 함께
보아야 뜻이 있습니다.

빈칸을 채우십시오. 두 줄 정도면 됩니다. `iou_matrix(A, B)`는 주어져 있습니다. A (G, 4)와 B (N, 4)를 넣으면 모든 쌍의 IoU (G, N)이 나옵니다.
`boxes`는 (N, 4), `gts`는 물체의 상자 (G, 4)이고 G는 1 이상이며, 둘 다 바꾸면 안 됩니다. `t`는 찾았다고 칠 IoU의 최솟값이고, 정확히 t여도
찾은 것입니다. 상자 하나가 여러 물체를 찾아도 됩니다. 상자가 하나도 없으면 재현율은 0입니다. 빈 행에 `max`를 쓰려면 `initial=0`이
필요합니다. 예를 들어 boxes = [[0, 0, 4, 4]], gts = [[0, 0, 4, 2], [8, 8, 9, 9]], t = 0.5이면 IoU가 0.5와 0이므로 0.5입니다.
"""


# %% exercise="recall_at"
def recall_at(boxes, gts, t):
    """Return the share of the objects that some box finds, a float from 0 to 1.

    boxes : (N, 4), N may be 0. gts : (G, 4), the boxes of the objects, G at least 1. Neither is changed.
    t : float; an object is found if its IoU with at least one box is at least t. One box may find several objects.

    Example: boxes = [[0, 0, 4, 4]], gts = [[0, 0, 4, 2], [8, 8, 9, 9]] and t = 0.5: the IoUs are 0.5 and 0, so the
    recall is 0.5. About 2 lines.
    """
    ### BEGIN SOLUTION
    best = iou_matrix(gts, boxes).max(axis=1, initial=0)
    return float(np.mean(best >= t))
    ### END SOLUTION


# %% check="recall_at"
check("recall_at", recall_at)

# %% [markdown] lang="en"
r"""
### Step through it yourself

The widget shows a scene, your regions, and the first boxes of your list. The newest box is solid, the earlier ones are
dashed. Scene 0 is the house; the others are random scenes of unit u16, with their objects dotted on the left.

Try this:

- Move `boxes` up to see which regions come together, in which order.
- Turn `k` down to 0.1. Objects fall into pieces. Do the mergers put them together again?
- Set `min size` to 30. Which objects are lost for good?

Below the picture stands the recall of the boxes shown.
"""

# %% [markdown] lang="ko"
r"""
### 직접 한 걸음씩

위젯은 장면과 여러분의 영역, 그리고 상자 목록의 앞부분을 보여 줍니다. 가장 새로운 상자는 실선, 그 앞의 상자는 파선입니다. 0번 장면은
집이고, 나머지는 u16의 무작위 장면입니다. 왼쪽 그림의 점선은 실제 물체입니다.

다음을 해 보십시오.

- `boxes`를 올리면서 어느 영역이 어떤 순서로 합쳐지는지 보십시오.
- `k`를 0.1로 낮추면 물체가 여러 조각으로 나뉩니다. 합치는 동안 다시 하나가 됩니까?
- `min size`를 30으로 올리십시오. 영영 찾을 수 없게 되는 물체는 어느 것입니까?

그림 아래에는 지금 보이는 상자들의 재현율이 나옵니다.
"""


# %% demo=true
def draw_steps(scene, k, min_size, boxes):
    """Draw a scene, its regions, and the first boxes of the student's list; the newest is solid."""
    if scene:
        X, objects = data.scenes(8, np.random.default_rng(5))
        img, truth = X[scene - 1].astype(float), objects[scene - 1]
    else:
        img, truth = house(), np.array([[4, 5, 30, 26]])
    labels, found = felzenszwalb(img, k, min_size), selective_search(img, k, min_size)
    shown = found[:boxes]
    figure, axes = plt.subplots(1, 3, figsize=(11, 4), layout="constrained", sharey=True)
    show_image(axes[0], img, "objects")
    plots.boxes(axes[0], truth, style=":")
    show_regions(axes[1], labels, f"{labels.max() + 1} regions")
    show_image(axes[2], img, f"boxes 1 to {len(shown)} of {len(found)}")
    plots.boxes(axes[2], shown[:-1], style="--", width=1)
    plots.boxes(axes[2], shown[-1:], color="black", width=4.5)
    plots.boxes(axes[2], shown[-1:], width=2.5)
    for axis in axes:
        axis.set_xlabel("x")
    axes[0].set_ylabel("y")
    plt.show()
    print(f"objects found at IoU 0.5 by these {len(shown)} boxes: {recall_at(shown, truth[:, :4], 0.5):.0%}")


widgets.sliders(draw_steps, scene=(0, 8, 1, 0), k=(0.1, 3.0, 0.1, 1.0), min_size=(1, 40, 1, 8), boxes=(1, 30, 1, 8))

# %% [markdown] lang="en"
r"""
## 9. Proposals against sliding windows

Now the test: 200 random scenes with 497 circles, squares and triangles. The cell compares

- sliding windows: squares of 6, 10, 14 and 18 pixels, at every pixel, every second and every fourth,
- your `selective_search` with k = 1,
- your `selective_search` with k = 0.1, which cuts the objects to pieces, and the same pieces *without* mergers,
- your `selective_search` on the same scenes with more noise (of standard deviation 0.2 in place of about 0.05).

**Guess first**: how many windows does it take to find as many objects as five proposals do?

![Recall against the IoU that counts, from 0.5 to 0.95. Selective search with 5 boxes stays at 0.99 up to 0.7 and ends at
0.89; windows with 1844, 504 and 126 boxes fall steeply, from 1, 1 and 0.82 at 0.5 to 0.24 and less at 0.9; selective search on
noisy images begins at 0.73.](attachment:recall.png)
"""

# %% [markdown] lang="ko"
r"""
## 9. 후보 상자와 슬라이딩 윈도우

이제 시험해 봅니다. 원, 사각형, 삼각형 497개가 있는 무작위 장면 200장입니다. 다음 셀은 이런 것들을 비교합니다.

- 슬라이딩 윈도우. 한 변이 6, 10, 14, 18픽셀인 정사각형을 한 픽셀마다, 두 픽셀마다, 네 픽셀마다 놓습니다.
- k = 1인 여러분의 `selective_search`.
- k = 0.1인 여러분의 `selective_search`. 물체가 여러 조각으로 나뉩니다. 그리고 같은 조각을 *합치지 않은* 것.
- 같은 장면에 잡음을 더한 뒤의 `selective_search`(잡음의 표준편차가 0.05쯤에서 0.2로 커집니다).

**먼저 예상해 보십시오.** 후보 상자 다섯 개가 찾는 만큼 물체를 찾으려면 윈도우가 몇 개 필요할까요?

![찾았다고 칠 IoU를 0.5부터 0.95까지 바꾸며 그린 재현율. 상자 5개인 선택적 탐색은 0.7까지 0.99에 머물고 0.89에서 끝난다. 상자가 1844개,
504개, 126개인 윈도우는 0.5에서 1, 1, 0.82로 시작해 가파르게 떨어져 0.9에서 0.24 이하가 된다. 잡음이 많은 이미지의 선택적 탐색은
0.73에서 시작한다.](attachment:recall.png)
"""


# %% demo=true figure="recall"
def compare_proposals():
    """Print count and recall of windows and of the student's proposals on 200 scenes; draw recall against IoU."""
    X, objects = data.scenes(200, np.random.default_rng(0))
    noisy = np.clip(X + np.random.default_rng(1).normal(0, 0.2, X.shape), 0, 1)

    def windows(stride):
        return [np.concatenate([sliding_windows((32, 32), (s, s), stride) for s in (6, 10, 14, 18)])] * len(X)

    def pieces(img):
        return np.array([region["box"] for region in region_features(img, felzenszwalb(img, 0.1, 8))])

    def recall(boxes, t):
        hits = [recall_at(b, rows[:, :4], t) * len(rows) for b, rows in zip(boxes, objects, strict=True)]
        return sum(hits) / sum(map(len, objects))

    methods = {
        "windows, every pixel": windows(1),
        "windows, every 2nd": windows(2),
        "windows, every 4th": windows(4),
        "selective search": [selective_search(img) for img in X],
        "k = 0.1": [selective_search(img, 0.1) for img in X],
        "k = 0.1, not merged": [pieces(img) for img in X],
        "more noise": [selective_search(img) for img in noisy],
    }
    ts, curves = np.linspace(0.5, 0.95, 10), {}
    print(f"{sum(map(len, objects))} objects in {len(X)} scenes; recall at IoU 0.5, 0.7, 0.9")
    for name, boxes in methods.items():
        count = np.mean([len(b) for b in boxes])
        print(f"{name:21} {count:7.1f} boxes an image: " + " ".join(f"{recall(boxes, t):.3f}" for t in (0.5, 0.7, 0.9)))
        if "0.1" not in name:
            curves[f"{name} ({count:.0f} boxes)"] = [recall(boxes, t) for t in ts]
    figure, axis = plt.subplots(figsize=(8.5, 4.4), layout="constrained")
    plots.curves(axis, ts, curves, "IoU that counts as found", "recall", "200 scenes", markers=True)
    axis.set_ylim(0, 1.03)
    axis.legend(bbox_to_anchor=(1.01, 1), loc="upper left")


compare_proposals()
plt.show()

# %% [markdown] lang="en"
r"""
Read the numbers slowly.

- **Count.** 5.2 proposals an image find every one of the 497 objects at IoU 0.5. The windows need 504 for the same; with
  126 they find 81.7 %. A detector that runs a network on each box has about a hundred times less to do. The price is the
  search itself: some milliseconds to some ten milliseconds an image here, depending on your code.
- **Fit.** At IoU 0.7 the proposals keep 98.8 %, the 504 windows 71.2 %. At 0.9 it is 93.2 % against 8.7 %, and even 1,844
  windows reach only 24.1 %. Windows stand on a grid and have four sizes; proposals follow the borders of the objects.
- **Mergers.** With k = 0.1 the 31.1 pieces alone find 87.1 %; with all their mergers 100 %, in 54.3 boxes. Too fine a cut
  is repaired. With k = 1 there is little to repair in these scenes, since each object has one colour.
- **Noise.** With noise four times as strong, recall at 0.5 falls to 72.6 % with 19.3 boxes. Windows do not look at the image,
  so noise cannot hurt them: theirs stays as it was.

Be careful with the first line. These scenes were made for it: flat colours, clear borders, almost no noise. For photos the
authors report 99 % recall on Pascal VOC 2007, but with 10,097 boxes an image, by running the search again and again with
different colour spaces, similarities and k, and putting all boxes together (Uijlings and others, 2013). An earlier
form found 96.7 % of the objects with 1,536 (van de Sande and others, 2011). R-CNN uses about 2,000.

Left out here: the texture similarity, the blur before the cut, other colour spaces (under a shadow the colour stays the
same while the brightness falls), and all that running again. Where the boxes of several runs are put together, the
paper also sorts them: those of late mergers first, with some chance mixed in, so that large boxes do not always lead.
"""

# %% [markdown] lang="ko"
r"""
수를 천천히 읽어 봅시다.

- **개수.** 이미지마다 후보 상자 5.2개로 물체 497개를 IoU 0.5에서 모두 찾습니다. 윈도우는 504개가 있어야 그만큼 찾고, 126개로는
  81.7 %를 찾습니다. 상자마다 신경망을 실행하는 탐지기라면 할 일이 100분의 1쯤으로 줄어듭니다. 대가는 탐색 자체에 드는 시간입니다. 여기서는
  코드에 따라 이미지마다 몇 밀리초에서 몇십 밀리초입니다.
- **맞는 정도.** IoU 0.7에서도 후보 상자는 98.8 %인데 윈도우 504개는 71.2 %입니다. 0.9에서는 93.2 %와 8.7 %이고, 윈도우가 1,844개여도
  24.1 %에 그칩니다. 윈도우는 격자 위에 놓이고 크기가 네 가지뿐이지만, 후보 상자는 물체의 경계를 따라갑니다.
- **합치기.** k = 0.1이면 조각 31.1개만으로는 87.1 %를 찾고, 합친 것까지 54.3개로는 100 %를 찾습니다. 너무 잘게 나눈 것은 합치면서
  바로잡힙니다. k = 1이면 이 장면에서는 바로잡을 것이 거의 없습니다. 물체마다 색이 하나이기 때문입니다.
- **잡음.** 잡음이 네 배로 커지면 상자 19.3개로도 0.5에서의 재현율이 72.6 %로 떨어집니다. 윈도우는 이미지를 보지 않으므로 잡음이 있어도
  결과가 그대로입니다.

첫째 줄은 조심해서 받아들여야 합니다. 색이 고르고 경계가 뚜렷하며 잡음이 거의 없는, 이 방법에 꼭 맞는 장면입니다. 사진에서는 어떨까요?
저자들은 Pascal VOC 2007에서 재현율이 99 %라고 보고했지만, 상자가 이미지마다 10,097개였습니다. 색 공간과 유사도와 k를 바꾸어 가며
탐색을 거듭하고 상자를 모두 모은 것입니다(Uijlings 등, 2013). 이전 방식은 1,536개로 물체의 96.7 %를 찾았습니다(van de Sande 등, 2011).
R-CNN은 2,000개쯤을 씁니다.

여기서 뺀 것은 질감 유사도, 나누기 전에 흐리게 하기, 다른 색 공간(그늘에서는 밝기가 줄어도 색은 그대로입니다), 그리고 탐색을 거듭하는
것입니다. 또 논문에서는 여러 번 실행한 결과를 모을 때 상자의 순서도 정합니다. 나중에 합쳐진 것이 앞에 오되, 큰 상자만 늘
앞서지 않도록 난수를 섞습니다.
"""

# %% [markdown] lang="en"
r"""
## 10. A question to answer in words

Write five to ten sentences in the cell below. A person grades it, 3 points. Use the numbers of section 9.

1. A detector runs a classifier on each box. Compare the proposals with sliding windows by **count** and by **recall**, at
   IoU 0.5 and at 0.9. Why does the gap grow with the IoU that counts?
2. Somebody says: "Recall 1.0! Then let us propose all 278,784 boxes; they have recall 1.0 as well." What is wrong with
   recall as the only measure, and what should stand beside it?
3. Describe an image in which Selective Search misses an object that windows find, and say at which of the three steps (cut,
   merge, collect) it is lost.
"""

# %% [markdown] lang="ko"
r"""
## 10. 글로 답하는 문제

아래 셀에 다섯 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다. 9절의 수를 쓰십시오.

1. 탐지기는 상자마다 분류기를 실행합니다. 후보 상자와 슬라이딩 윈도우를 **개수**와 **재현율**로 비교하십시오. IoU 0.5일 때와 0.9일 때를
   모두 보십시오. 찾았다고 칠 IoU가 커질수록 차이가 벌어지는 까닭은 무엇입니까?
2. 누군가 이렇게 말합니다. '재현율이 1.0이라고? 그럼 상자 278,784개를 모두 제안하자. 그래도 재현율은 1.0이다.' 재현율 하나로만
   평가하면 무엇이 잘못되고, 무엇을 함께 보아야 합니까?
3. 선택적 탐색은 놓치지만 윈도우는 찾는 물체가 있는 이미지를 하나 묘사하고, 나누기, 합치기, 모으기 가운데 어느 단계에서 물체를
   잃는지 말하십시오.
"""

# %% [markdown] answer="proposals" points=3 lang="en"
r"""
**Model answer.**

1. At IoU 0.5 both find all objects, but with 5.2 against 504 boxes an image, so the classifier runs about a hundred times less
   often. At 0.9 the proposals still find 93.2 %, the 504 windows 8.7 % and 1,844 windows 24.1 %. A window has a fixed size and
   place on a grid; to overlap by half is easy for one of many, to overlap by nine tenths asks for nearly the right size and
   form. The proposal takes its borders from the image itself, so where it fits, it fits within a pixel.
2. Recall counts objects that are missed and never a wrong box, so more boxes never lower it. All boxes at once have recall 1
   and save no work at all. Beside it belongs the number of boxes (or the time), and the IoU; best is recall as a curve
   over the number of boxes.
3. Any true case: an object of nearly the same colour as its ground, or two touching objects of one colour, are united in
   the *cut*; a thing smaller than `min_size` is united there too; strong noise leads to wrong regions. What the cut has
   united, nothing divides again. Or in *merging*: an object of two colours whose parts each merge with the ground first
   never is a region of its own. Windows do not look at colours and find it if it has a fitting size. (*Collect* loses
   nothing: it only drops equal boxes.)

**Rubric**, 1 point each.

- Count and recall with numbers at both IoUs, and why (grid and fixed sizes against borders from the image). Half a point for
  numbers without the why, or the why without numbers.
- Recall does not punish boxes; number of boxes or time beside it. Half a point for one of the two.
- A true case with the right step. Half a point for a case without a step, or with the wrong one.
"""

# %% [markdown] answer="proposals" points=3 lang="ko"
r"""
**모범 답안.**

1. IoU 0.5에서는 둘 다 모든 물체를 찾지만, 상자가 이미지마다 5.2개와 504개입니다. 분류기를 실행하는 횟수가 100분의 1쯤입니다. 0.9에서는
   후보 상자가 여전히 93.2 %를 찾는데 윈도우 504개는 8.7 %, 1,844개는 24.1 %입니다. 윈도우는 크기가 정해져 있고 격자 위에 놓입니다. 여럿 가운데
   하나가 절반쯤 겹치기는 쉽지만, 10분의 9가 겹치려면 크기와 꼴이 거의 맞아야 합니다. 후보 상자는 이미지에서 경계를 가져오므로, 맞을 때는 한
   픽셀 안팎으로 맞습니다.
2. 재현율은 놓친 물체만 세고 틀린 상자는 세지 않습니다. 그래서 상자를 늘려도 재현율은 떨어지지 않습니다. 모든 상자를 제안하면 재현율이
   1이지만 일은 조금도 줄지 않습니다. 상자의 수(또는 시간)와 IoU를 함께 보아야 합니다. 상자 수에 따른 재현율 곡선이 가장
   좋습니다.
3. 실제로 일어나는 경우면 됩니다. 바탕과 색이 거의 같은 물체나, 맞닿아 있고 색이 같은 두 물체는 *나누기*에서 하나로 묶입니다.
   `min_size`보다 작은 물체도 여기에서 묶이고, 잡음이 심하면 영역이 엉뚱하게 나뉩니다. 나눌 때 묶인 것은 다시 나누어지지 않습니다. *합치기*에서
   잃을 수도 있습니다. 두 가지 색으로 된 물체의 부분이 저마다 바탕과 먼저 합쳐지면 물체 전체는 한 번도 영역이 되지 못합니다. 윈도우는
   색을 보지 않으므로 크기만 맞으면 찾습니다. (*모으기*에서는 같은 상자만 없애므로 잃는 것이 없습니다.)

**채점 기준**, 각 1점.

- 두 IoU에서 개수와 재현율을 수로 비교하고, 그 까닭(격자와 정해진 크기, 이미지에서 얻은 경계)을 밝힌 것. 수만 있거나 까닭만 있으면
  0.5점.
- 재현율이 상자를 벌하지 않는다는 것과, 상자의 수나 시간을 함께 보아야 한다는 것. 둘 중 하나면 0.5점.
- 실제로 일어나는 경우와 맞는 단계. 단계가 없거나 틀리면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Jasper Uijlings, Koen van de Sande, Theo Gevers, Arnold Smeulders, "Selective Search for Object Recognition" (IJCV 104,
  2013): the method of this unit. Section 3 has the four similarities and the many ways to vary the search.
- Koen van de Sande and others, "Segmentation as Selective Search for Object Recognition" (ICCV 2011): the earlier form, with
  fewer boxes.
- Pedro Felzenszwalb, Daniel Huttenlocher, "Efficient Graph-Based Image Segmentation" (IJCV 59, 2004): the cut of section 3.
  They prove that its regions are neither too fine nor too coarse, in a precise sense.
- Jan Hosang, Rodrigo Benenson, Piotr Dollár, Bernt Schiele, "What makes for effective detection proposals?" (arXiv
  1502.05082, 2015): many methods of proposing compared by recall, as in section 9.

In unit u18 a network looks at the proposals: R-CNN. Later detectors (unit u19) do without proposals from colours.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Jasper Uijlings, Koen van de Sande, Theo Gevers, Arnold Smeulders, "Selective Search for Object Recognition" (IJCV 104,
  2013). 이 단원의 방법입니다. 3절에 네 가지 유사도와 탐색을 바꾸어 가며 거듭하는 여러 방법이 있습니다.
- Koen van de Sande 등, "Segmentation as Selective Search for Object Recognition" (ICCV 2011). 상자가 더 적은 이전
  방식입니다.
- Pedro Felzenszwalb, Daniel Huttenlocher, "Efficient Graph-Based Image Segmentation" (IJCV 59, 2004). 3절에서 쓴 나누기입니다. 영역이
  너무 잘지도 너무 굵지도 않다는 것을 엄밀하게 정의하고 증명합니다.
- Jan Hosang, Rodrigo Benenson, Piotr Dollár, Bernt Schiele, "What makes for effective detection proposals?" (arXiv
  1502.05082, 2015). 후보 상자를 만드는 여러 방법을 9절처럼 재현율로 비교합니다.

u18에서는 신경망이 후보 상자를 살펴봅니다. R-CNN입니다. 그 뒤의 탐지기(u19)는 색으로 만든 후보 상자 없이 물체를 찾습니다.
"""
