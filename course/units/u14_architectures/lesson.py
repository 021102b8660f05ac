# %% [markdown] lang="en"
r"""
# VGG, GoogLeNet, ResNet

A convolutional network of a few layers reads digits. How does one go on from there to photos with a thousand classes?
Three networks of the years 2014 and 2015 gave answers that are still in use: VGG, GoogLeNet and ResNet. Each of them is
one small idea, repeated many times. In this unit you write the three ideas as code, and you build small relatives of
the networks that learn within seconds.

After it you will be able to

- build a VGG block, an Inception block and a residual block, with both directions,
- count the parameters of a network from its description, and say where they are,
- replace the largest layers of VGG by a layer with no parameters, global average pooling,
- say what a 1×1 convolution is good for, in numbers,
- show with the gradients of your own network why a plain network of 20 layers is hard to train, and what a skip
  changes.

You need to know what a convolution, a ReLU and a pooling layer do (units u11 and u12), what `forward` and `backward` of
a layer are (u06 and u07), and how a network is trained (u08, u13). Nothing that you wrote there is needed: the layers
are given. Plan about 90 minutes. Sections 5 and 7 are the hard part.
"""

# %% [markdown] lang="ko"
r"""
# VGG, GoogLeNet, ResNet

층이 몇 개뿐인 합성곱(convolution) 신경망도 숫자는 읽습니다. 그러면 클래스가 천 가지인 사진은 어떻게 다룰까요? 2014년과
2015년에 나온 세 신경망 VGG, GoogLeNet, ResNet이 내놓은 답은 지금도 쓰입니다. 셋 다 작은 생각 하나를 여러 번 되풀이한
것입니다. 이 단원에서는 그 세 가지 생각을 코드로 만들고, 몇 초 만에 학습하는 작은 신경망을 조립합니다.

이 단원을 마치면 다음을 할 수 있습니다.

- VGG 블록, Inception 블록, 잔차 블록을 양방향으로 만들 수 있습니다.
- 신경망의 구성을 보고 매개변수(parameter)가 몇 개이고 어디에 있는지 셀 수 있습니다.
- VGG에서 가장 큰 층들을, 매개변수가 하나도 없는 전역 평균 풀링으로 바꿀 수 있습니다.
- 1×1 합성곱이 왜 쓸모 있는지 수로 말할 수 있습니다.
- 20층짜리 평범한 신경망이 왜 학습하기 어려운지, 지름길이 무엇을 바꾸는지를 여러분이 만든 신경망의
  그래디언트(gradient)로 보일 수 있습니다.

합성곱, ReLU, 풀링이 무엇을 하는지(u11과 u12), 층의 `forward`와 `backward`가 무엇인지(u06과 u07), 신경망을 어떻게
학습시키는지(u08, u13) 알고 있으면 됩니다. 층은 모두 주어지므로 그 단원에서 작성한 코드는 쓰지 않습니다. 90분 정도
걸립니다. 5절과 7절이 가장 어렵습니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.affine import Affine
from nnref.convolution import Convolution
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.pooling import Flatten, MaxPooling

unit = Unit("u14_architectures", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. The layers that you get

Images have the shape (N, C, H, W): N images, C channels, H lines, W columns. The next cell gives you two things.

`conv(c_in, c_out, size, rng)` makes a convolution from c_in to c_out channels. Its filters are drawn from `rng` as in
unit u09 (He), and a border of zeros keeps height and width. With `stride=2` both are halved.

`Chain(layers)` makes one layer of several, one after the other. It has `forward`, `backward`, and the lists `params`
and `grads` with the arrays of all its layers. `Chain([])` has no layer: it returns what it gets, in both directions.

`Relu()` and `MaxPooling(2)` are layers of the same form; their lists are empty. A layer remembers its last input for the
way back, so **each place in a network needs a layer object of its own**.
"""

# %% [markdown] lang="ko"
r"""
## 1. 주어진 층

이미지의 shape은 (N, C, H, W)입니다. 이미지 N장, 채널(channel) C개, 줄 H개, 칸 W개라는 뜻입니다. 다음 셀에는 두 가지가
있습니다.

`conv(c_in, c_out, size, rng)`은 채널 c_in개를 c_out개로 바꾸는 합성곱을 만듭니다. 필터(filter)는 u09의 He 방법대로
`rng`에서 뽑고, 0으로 된 테두리를 둘러 높이와 너비를 그대로 둡니다. `stride=2`이면 둘 다 반으로 줄어듭니다.

`Chain(layers)`는 차례로 이어지는 여러 층을 층 하나로 묶습니다. `forward`와 `backward`가 있고, `params`와 `grads`에는
묶인 층들의 배열이 모두 들어 있습니다. `Chain([])`에는 층이 없어서 어느 방향으로든 받은 것을 그대로 돌려줍니다.

`Relu()`와 `MaxPooling(2)`도 같은 꼴의 층이고 두 리스트는 비어 있습니다. 층은 거꾸로 갈 때를 위해 마지막 입력을 기억하므로
**신경망에서 자리마다 층 객체를 따로 만들어야 합니다.**
"""


# %% given=true
def conv(c_in, c_out, size, rng, stride=1):
    """Make a convolution from c_in to c_out channels with filters of size × size pixels (odd), drawn from rng (He).

    A border of size // 2 zeros keeps height and width at stride 1.
    """
    return Convolution.he(c_in, c_out, size, rng, stride, pad=size // 2, dtype=np.float64)


class Chain:
    """Layers one after the other, as one layer."""

    def __init__(self, layers):
        self.layers = list(layers)
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, dout):
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return dout


# %% [markdown] lang="en"
r"""
## 2. VGG: small filters, again and again

Suppose that an output should see 5×5 pixels. One filter of 5×5 does it. But two filters of 3×3, one after the other, see
5×5 pixels as well: the second sees 3×3 outputs of the first, and each of those sees one pixel more on every side.

Compare the numbers to be learnt, with C channels going in and out, biases left aside. One layer of 5×5 has 25 C², two
layers of 3×3 have 2 · 9 C² = 18 C². For C = 64 that is 102,400 against 73,728. The two layers are cheaper, and there is
a ReLU in between, so that they can form more kinds of functions. That is the idea of VGG (K. Simonyan and A. Zisserman,
2014): **nothing but 3×3**, as many as needed.

The network is a row of **blocks**. A block is

- n times: convolution 3×3, then ReLU,
- then one max pooling 2×2, which halves height and width.

The first convolution of a block changes the number of channels, the others keep it. While the image shrinks, the channels
grow: 64, 128, 256, 512, 512 in VGG-16, which has five blocks with 2, 2, 3, 3, 3 convolutions. Three dense layers
follow: 13 + 3 = 16 layers that learn.

**Your turn**, about 6 lines.
"""

# %% [markdown] lang="ko"
r"""
## 2. VGG: 작은 필터를 거듭 쌓기

출력 하나가 픽셀 5×5개를 보아야 한다고 합시다. 5×5 필터 하나면 됩니다. 그런데 3×3 필터 둘을 이어도 5×5개를 봅니다. 둘째
필터는 첫째의 출력 3×3개를 보고, 그 출력들은 저마다 사방으로 한 픽셀씩 더 보기 때문입니다.

학습할 수의 개수를 비교해 봅시다. 들어오고 나가는 채널이 C개씩이고 편향(bias)은 빼고 셉니다. 5×5 한 층은 25 C²개, 3×3
두 층은 2 · 9 C² = 18 C²개입니다. C = 64이면 102,400개와 73,728개입니다. 두 층이 더 싸고, 사이에 ReLU까지 있어 더 다양한
함수를 만듭니다. 이것이 VGG(K. Simonyan, A. Zisserman, 2014)의 생각입니다. **3×3만** 필요한 만큼 쌓는 것입니다.

VGG는 **블록**(block)을 이어 놓은 것입니다. 블록 하나는 다음과 같습니다.

- 3×3 합성곱과 ReLU를 n번 되풀이합니다.
- 그다음에 2×2 최대 풀링을 한 번 해서 높이와 너비를 반으로 줄입니다.

블록의 첫 합성곱에서 채널 수가 바뀌고 나머지에서는 그대로입니다. 이미지가 작아지는 동안 채널은 늘어납니다. VGG-16에서는
합성곱이 2, 2, 3, 3, 3개인 블록 다섯을 지나며 64, 128, 256, 512, 512가 됩니다. 끝에 완전 연결 계층(fully connected
layer) 셋이 있어서 학습하는 층은 모두 13 + 3 = 16개입니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `n`은 합성곱의 개수(1 이상), `c_in`과 `c_out`은 들어오고 나가는 채널의 수,
`rng`는 필터를 뽑을 생성기입니다. 필터는 모두 `conv`로 뽑으십시오. 층의 리스트를 반환합니다. 이미지 (N, c_in, H, W)가
(N, c_out, H // 2, W // 2)로 바뀝니다. 예를 들어 `vgg_block(2, 3, 8, rng)`에는 층이 다섯 있습니다. 합성곱(필터의 shape은
(8, 3, 3, 3)), ReLU, 합성곱((8, 8, 3, 3)), ReLU, 풀링입니다.
"""


# %% exercise="vgg_block"
def vgg_block(n, c_in, c_out, rng):
    """Return the layers of a VGG block, a list: n times convolution 3×3 and ReLU, then one max pooling 2×2.

    n : how many convolutions, at least 1.
    c_in, c_out : channels of the images that go in, and of those that come out.
    rng : np.random.Generator from which all filters are drawn, by conv.
    The first convolution goes from c_in to c_out channels, the others from c_out to c_out. Images (N, c_in, H, W)
    become (N, c_out, H // 2, W // 2).

    Example: vgg_block(2, 3, 8, rng) holds five layers: convolution (filters (8, 3, 3, 3)), ReLU, convolution
    (filters (8, 8, 3, 3)), ReLU, pooling. About 6 lines.
    """
    ### BEGIN SOLUTION
    layers = []
    for i in range(n):
        layers += [conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu()]
    return layers + [MaxPooling(2)]
    ### END SOLUTION


# %% check="vgg_block"
check("vgg_block", vgg_block)

# %% [markdown] lang="en"
r"""
## 3. Where are the parameters?

Before anybody trains a network, its size is known from the description alone. A convolution with F filters of k×k on C
channels learns

$$F \, C \, k^2 + F$$

numbers: the filters, and one bias for each. The size of the image does not matter; a filter is the same in all places. An
affine layer from D to M numbers (called **dense** or fully connected in these papers) learns D M + M. Batch normalisation
learns gamma and beta for each channel, 2 C numbers. Where it follows a convolution, that convolution needs no bias: the
normalisation would subtract it again. Pooling learns nothing.

Your function gets a network as a list of dicts. `layer["kind"]` says what it is, the other keys are its sizes. If the
kind is none of the four, refuse: `raise ValueError("...")`. A slip of the pen such as `"cnov"` would otherwise pass as
a layer without parameters.

**Your turn**, about 12 lines.
"""

# %% [markdown] lang="ko"
r"""
## 3. 매개변수는 어디에 있는가

신경망의 크기는 학습을 시키지 않고도 구성만 보면 알 수 있습니다. 채널이 C개인 이미지에 k×k 필터 F개를 쓰는 합성곱은

$$F \, C \, k^2 + F$$

개의 수를 학습합니다. 필터와, 필터마다 하나인 편향입니다. 필터는 어느 자리에서나 같으므로 이미지의 크기와는 상관이
없습니다. 수 D개를 M개로 바꾸는 아핀 계층(세 논문에서는 dense 또는 완전 연결 계층이라고 합니다)은 D M + M개를
학습합니다. 배치 정규화(batch normalization)는 채널마다 gamma와 beta, 모두 2 C개를 학습합니다. 합성곱 바로 뒤에 배치
정규화가 오면 그 합성곱에는 편향이 필요 없습니다. 더해 보아야 정규화에서 도로 빠지기 때문입니다. 풀링은 학습하는 것이
없습니다.

함수는 신경망을 딕셔너리의 리스트로 받습니다. `layer["kind"]`가 층의 종류이고 나머지 키가 크기입니다. 네 종류가 아니면
`raise ValueError("...")`로 거부하십시오. 그러지 않으면 `"cnov"` 같은 오타가 매개변수 없는 층으로 슬그머니 지나갑니다.

빈칸을 채우십시오. 열두 줄 정도면 됩니다. `spec`은 다음과 같은 딕셔너리의 리스트이고, 바꾸면 안 됩니다.

- `{"kind": "conv", "C": 3, "F": 64, "k": 7, "bias": True}`: shape이 (C, k, k)인 필터 F개. `"bias"`가 True이면 필터마다
  편향 하나.
- `{"kind": "norm", "C": 64}`: gamma와 beta, 둘 다 (C,).
- `{"kind": "pool"}`: 없음.
- `{"kind": "dense", "D": 512, "M": 10}`: W (D, M)과 b (M,).

예를 들어 위의 conv는 64 · 3 · 49 + 64 = 9472개, dense는 5130개입니다.
"""


# %% exercise="count_parameters"
def count_parameters(spec):
    """Return how many numbers a network learns.

    spec : a list of dicts, one for each layer; not changed.
        {"kind": "conv", "C": 3, "F": 64, "k": 7, "bias": True}
            F filters (C, k, k), and where "bias" is True one bias for each filter
        {"kind": "norm", "C": 64}          batch normalisation: gamma and beta, both (C,)
        {"kind": "pool"}                   nothing to learn
        {"kind": "dense", "D": 512, "M": 10}    an affine layer: W (D, M) and b (M,)
    Raises ValueError for any other kind.

    Example: the conv above holds 64 · 3 · 49 + 64 = 9472 numbers, the dense layer 5130. About 12 lines.
    """
    ### BEGIN SOLUTION
    total = 0
    for layer in spec:
        kind = layer["kind"]
        if kind == "conv":
            total += layer["F"] * layer["C"] * layer["k"] ** 2
            if layer["bias"]:
                total += layer["F"]
        elif kind == "norm":
            total += 2 * layer["C"]
        elif kind == "dense":
            total += layer["D"] * layer["M"] + layer["M"]
        elif kind != "pool":
            raise ValueError(f"unknown kind of layer: {kind}")
    return total
    ### END SOLUTION


# %% check="count_parameters"
check("count_parameters", count_parameters)

# %% [markdown] lang="en"
r"""
### The published networks

The next cell describes the three networks as their papers define them, for 1000 classes.
"""

# %% [markdown] lang="ko"
r"""
### 논문의 신경망

다음 셀은 세 신경망을 논문에 나온 그대로, 클래스 1000개에 맞추어 적은 것입니다.
"""


# %% given=true
def convolution(C, F, k, bias=True):
    return {"kind": "conv", "C": C, "F": F, "k": k, "bias": bias}


def vgg_16():
    """VGG-16 for 1000 classes, configuration D of the paper, as a spec for count_parameters."""
    spec, C = [], 3
    for n, F in ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512)):
        for _ in range(n):
            spec.append(convolution(C, F, 3))
            C = F
        spec.append({"kind": "pool"})
    for D, M in ((512 * 7 * 7, 4096), (4096, 4096), (4096, 1000)):
        spec.append({"kind": "dense", "D": D, "M": M})
    return spec


INCEPTION_BLOCKS = {  # table 1 of the paper: C, 1×1, (1×1, 3×3), (1×1, 5×5), 1×1 after the pooling
    "3a": (192, 64, (96, 128), (16, 32), 32),
    "3b": (256, 128, (128, 192), (32, 96), 64),
    "4a": (480, 192, (96, 208), (16, 48), 64),
    "4b": (512, 160, (112, 224), (24, 64), 64),
    "4c": (512, 128, (128, 256), (24, 64), 64),
    "4d": (512, 112, (144, 288), (32, 64), 64),
    "4e": (528, 256, (160, 320), (32, 128), 128),
    "5a": (832, 256, (160, 320), (32, 128), 128),
    "5b": (832, 384, (192, 384), (48, 128), 128),
}


def googlenet():
    """GoogLeNet for 1000 classes, table 1 of the paper, without the two side exits that only help in training."""
    spec = [convolution(3, 64, 7), convolution(64, 64, 1), convolution(64, 192, 3)]
    for C, c1, c3, c5, c_pool in INCEPTION_BLOCKS.values():
        spec += [convolution(C, c1, 1), convolution(C, c3[0], 1), convolution(c3[0], c3[1], 3)]
        spec += [convolution(C, c5[0], 1), convolution(c5[0], c5[1], 5), convolution(C, c_pool, 1)]
    return [*spec, {"kind": "dense", "D": 1024, "M": 1000}]


def resnet_18():
    """ResNet-18 for 1000 classes: each convolution is followed by batch normalisation and has no bias."""
    sizes, C = [(3, 64, 7)], 64
    for F in (64, 128, 256, 512):
        sizes += [(C, F, 3), (F, F, 3), (F, F, 3), (F, F, 3)] + ([(C, F, 1)] if C != F else [])
        C = F
    spec = []
    for C, F, k in sizes:
        spec += [convolution(C, F, k, bias=False), {"kind": "norm", "C": F}]
    return [*spec, {"kind": "dense", "D": 512, "M": 1000}]


# %% [markdown] lang="en"
r"""
Now *your* function counts. **Guess first**: VGG-16 has thirteen convolutions and three dense layers. Which of them holds
the most numbers?

![A bar for each of the 16 layers of VGG-16. The convolutions grow from nearly 0 to 2.4 million; the hatched bars of the
dense layers stand at 102.8, 16.8 and 4.1 million, and the first of them towers over all others.](attachment:where.png)
"""

# %% [markdown] lang="ko"
r"""
이제 *여러분의* 함수로 세어 봅니다. **먼저 예상해 보십시오.** VGG-16에는 합성곱이 열셋, 완전 연결 계층이 셋 있습니다. 수가
가장 많은 층은 어느 것일까요?

![VGG-16의 16개 층마다 막대가 하나씩 있다. 합성곱은 거의 0에서 240만까지 커진다. 빗금을 친 완전 연결 계층은 1억 280만,
1680만, 410만이고, 그 가운데 첫째가 다른 모든 막대를 압도한다.](attachment:where.png)
"""


# %% demo=true figure="where"
def plot_where():
    """Draw where the numbers of VGG-16 are, by the student's count_parameters; print the totals of three networks."""
    layers = [layer for layer in vgg_16() if layer["kind"] != "pool"]
    names = [f"conv {i}" for i in range(1, 14)] + ["dense 1", "dense 2", "dense 3"]
    counts = [count_parameters([layer]) for layer in layers]
    figure, axis = plt.subplots(figsize=(9, 4.2), layout="constrained")
    bars = axis.bar(names, np.array(counts) / 1e6, color="white", edgecolor="black")
    for bar in bars[13:]:
        bar.set(hatch="///", facecolor="0.8")
    axis.bar_label(bars, [f"{count / 1e6:.1f}" for count in counts], fontsize=9)
    axis.set(ylabel="parameters in millions", xlabel="layer", title="VGG-16, layer by layer")
    axis.tick_params(axis="x", rotation=60)
    for name, spec in (("VGG-16", vgg_16()), ("GoogLeNet", googlenet()), ("ResNet-18", resnet_18())):
        print(f"{name:9} {count_parameters(spec):>11,}")
    dense = sum(counts[13:])
    print(f"dense layers of VGG-16: {dense:,}, {dense / sum(counts):.1%} of all")


plot_where()
plt.show()

# %% [markdown] lang="en"
r"""
The output must say 138,357,544 for VGG-16. That is the number in the documentation of Keras and of torchvision; the
paper's table 2 says 138 million. ResNet-18 has 11,689,512, as in the documentation of torchvision.

GoogLeNet has 6,998,552 here. Its paper counts without biases and by K = 1024. Its table 1 says 159K for the first
Inception block and 1000K for the dense layer; so do we, with 163,328 and 1,024,000 numbers. The rows of that table add up
to 6798K, ours to 6826K. A few rows of the table do not follow from the sizes that stand beside them: the first
convolution has 7 · 7 · 3 · 64 = 9408 weights, and the table says 2.7K.

So GoogLeNet has a twentieth of the numbers of VGG-16. Where does the difference come from? The picture says it: 123.6
million of VGG's 138.4 million, 89 %, are in the dense layers, and most of those in the first. It takes the last 7×7
images of 512 channels apart into 25,088 numbers and joins each with each of 4096 units.
"""

# %% [markdown] lang="ko"
r"""
VGG-16은 138,357,544개여야 합니다. Keras와 torchvision의 문서에 적힌 수이고, 논문의 표 2에는 138백만으로 나옵니다. ResNet-18은
torchvision의 문서대로 11,689,512개입니다.

GoogLeNet은 여기서 6,998,552개입니다. 논문은 편향을 빼고 K = 1024로 세었습니다. 논문의 표 1에 따르면 첫 Inception 블록이
159K, 완전 연결 계층이 1000K이고, 우리가 센 163,328개와 1,024,000개도 같은 값입니다. 표의 행을 모두 더하면 6798K이고
우리 것은 6826K입니다. 표에는 옆에 적힌 크기와 맞지 않는 행이 몇 개 있습니다. 첫 합성곱의 가중치는 7 · 7 · 3 · 64 = 9408개인데
표에는 2.7K로 적혀 있습니다.

GoogLeNet의 매개변수는 VGG-16의 20분의 1입니다. 이 차이는 어디에서 올까요? 그림에 답이 있습니다. VGG의 1억 3840만 개
가운데 1억 2360만 개, 곧 89 %가 완전 연결 계층에 있고, 그 대부분이 첫째 층에 있습니다. 이 층은 채널이 512개인 마지막 7×7
이미지를 수 25,088개로 펼쳐, 저마다 유닛 4096개와 모두 잇습니다.
"""

# %% [markdown] lang="en"
r"""
## 4. Global average pooling

By the last convolution a channel may have come to mean "there is fur here". For the class it hardly matters *where* the
fur is. So take the mean of the channel over all places: one number for each channel, whatever the size of the image. A
single small dense layer turns these numbers into classes. For VGG's 512 channels and 1000 classes that would be 513,000
numbers in place of 123.6 million. M. Lin and others proposed this in 2013; GoogLeNet and ResNet both end so.

Forward, with H W pixels in a channel:

$$\mathrm{out}[n, c] = \frac{1}{H W} \sum_{i, j} x[n, c, i, j]$$

Backward: if one pixel rises by ε, the mean of its channel rises by ε/(H W). Each pixel therefore gets the same share:

$$dx[n, c, i, j] = \frac{\mathrm{dout}[n, c]}{H W}$$

`dout[:, :, None, None]` gives dout two new axes of length 1, shape (N, C, 1, 1), so that it can be multiplied with an
array (N, C, H, W).

**Your turn**, two methods, about 2 and 3 lines.
"""

# %% [markdown] lang="ko"
r"""
## 4. 전역 평균 풀링

마지막 합성곱에 이르면 어떤 채널은 '여기에 털이 있다'는 뜻을 갖게 될 수 있습니다. 클래스를 맞히는 데 털이 *어디에* 있는지는
거의 중요하지 않습니다. 그러니 채널을 모든 자리에 걸쳐 평균합니다. 이미지가 크든 작든 채널마다 수 하나가 남고, 작은 완전
연결 계층 하나가 이 수들을 클래스로 바꿉니다. 이를 **전역 평균 풀링**(global average pooling)이라고 합니다. VGG의 채널
512개와 클래스 1000개라면 1억 2360만 개 대신 513,000개로 됩니다. M. Lin 등이 2013년에 제안했고, GoogLeNet과 ResNet이
모두 이렇게 끝납니다.

앞으로 갈 때, 채널의 픽셀이 H W개이면

$$\mathrm{out}[n, c] = \frac{1}{H W} \sum_{i, j} x[n, c, i, j]$$

거꾸로 갈 때는 이렇습니다. 픽셀 하나가 ε만큼 커지면 그 채널의 평균은 ε/(H W)만큼 커집니다. 그러므로 모든 픽셀이 똑같은
몫을 받습니다.

$$dx[n, c, i, j] = \frac{\mathrm{dout}[n, c]}{H W}$$

`dout[:, :, None, None]`은 dout에 길이가 1인 축을 둘 더해 shape을 (N, C, 1, 1)로 만듭니다. 그러면 (N, C, H, W)인 배열과 곱할
수 있습니다.

두 메서드를 채우십시오. 두 줄과 세 줄 정도면 됩니다. `forward`는 (N, C, H, W)를 받아 (N, C)를 반환하고, `backward`는 dout
(N, C)를 받아 마지막 x에 대한 그래디언트 (N, C, H, W)를 반환합니다. 받은 배열을 바꾸면 안 됩니다. 예를 들어 채널 [[1, 2, 3],
[4, 5, 9]]는 4가 되고, 2×3 픽셀 채널의 dout이 12이면 픽셀마다 2를 받습니다.
"""


# %% exercise="global_avg_pool"
class GlobalAvgPool:
    """The mean of each channel: (N, C, H, W) becomes (N, C)."""

    def __init__(self):
        self.params, self.grads = [], []  # nothing to learn

    def forward(self, x):
        """x : (N, C, H, W); not changed. Returns the mean of the H W pixels of each channel, (N, C). About 2 lines.

        Example: a channel [[1, 2, 3], [4, 5, 9]] becomes the number 4.
        """
        ### BEGIN SOLUTION
        self.shape = x.shape
        return x.mean(axis=(2, 3))
        ### END SOLUTION

    def backward(self, dout):
        """dout : (N, C); not changed. Returns the gradient of the last x, (N, C, H, W). About 3 lines.

        Example: in a channel of 2×3 pixels with dout = 12, each pixel gets 2.
        """
        ### BEGIN SOLUTION
        N, C, H, W = self.shape
        share = dout / (H * W)
        return np.ones((N, C, H, W)) * share[:, :, None, None]
        ### END SOLUTION


# %% check="global_avg_pool"
check("global_avg_pool", GlobalAvgPool)

# %% [markdown] lang="en"
r"""
## 5. GoogLeNet: branches side by side

Should the next layer look at 1×1, 3×3 or 5×5 pixels? VGG decides this once and for all. GoogLeNet (C. Szegedy and others, 2014)
does not decide: it does all of it at once and lets the training choose. An **Inception** block has several
**branches**. All of them get the same x. Their outputs have the same height and width, and their channels are put
behind one another:

$$\mathrm{out} = [\, \mathrm{branch}_0(x), \ \mathrm{branch}_1(x), \ \dots ]$$

An example: x has the shape (10, 16, 8, 8). Three branches return 4, 6 and 3 channels. Then out has the shape (10, 13, 8,
8). Channels are axis 1; `np.concatenate(list_of_arrays, axis=1)` joins.

**The way back** takes two steps.

- *Split*: channels 0 to 3 of dout belong to branch 0, channels 4 to 9 to branch 1, channels 10 to 12 to branch 2. Every
  branch gets its own part, `dout[:, start:end]`, and no other.
- *Sum*: x went into every branch. If x changes a little, out changes through all of them. So dx is the **sum** of what
  the branches return. In unit u06 you met this rule: where a value is used several times, its gradients add up.

Take care with `+=`. What a branch returns may be an array that others still use (a branch without layers returns part of
dout itself). `dx = dx + ...` makes a new array.

**Your turn**: three methods, about 3, 3 and 6 lines.
"""

# %% [markdown] lang="ko"
r"""
## 5. GoogLeNet: 나란히 놓인 갈래

다음 층은 픽셀 1×1, 3×3, 5×5 가운데 무엇을 보아야 할까요? VGG는 이를 한 가지로 정해 두었습니다. GoogLeNet(C. Szegedy 등,
2014)은 정하지 않습니다. 모두 한꺼번에 해 놓고 학습이 고르게 합니다. **Inception** 블록에는 **갈래**(branch)가 여럿 있습니다.
모든 갈래가 똑같은 x를 받습니다. 출력은 높이와 너비가 모두 같고, 채널을 차례로 이어 붙입니다.

$$\mathrm{out} = [\, \mathrm{branch}_0(x), \ \mathrm{branch}_1(x), \ \dots ]$$

x의 shape이 (10, 16, 8, 8)이고 세 갈래가 채널을 4개, 6개, 3개씩 낸다면 out의 shape은 (10, 13, 8, 8)입니다. 채널은 축
1이고, `np.concatenate(list_of_arrays, axis=1)`로 잇습니다.

**거꾸로 가는 길**에서는 두 가지를 합니다.

- *나누기*: dout의 채널 0\~3은 갈래 0, 채널 4\~9는 갈래 1, 채널 10\~12는 갈래 2의 것입니다. 갈래마다 제 조각
  `dout[:, start:end]`만 받습니다.
- *더하기*: x는 모든 갈래에 들어갔습니다. x가 조금 바뀌면 out은 모든 갈래를 거쳐 바뀝니다. 그러므로 dx는 갈래들이
  반환하는 것의 **합**입니다. 값을 여러 곳에서 쓰면 그래디언트를 더한다는, u06에서 본 규칙입니다.

`+=`을 조심하십시오. 갈래가 반환한 배열을 다른 곳에서도 쓰고 있을 수 있습니다(층이 없는 갈래는 dout의 일부를 그대로
반환합니다). `dx = dx + ...`는 새 배열을 만듭니다.

세 메서드를 채우십시오. 세 줄, 세 줄, 여섯 줄 정도면 됩니다.

- `__init__(branches)`: `branches`는 `forward(x)`, `backward(dout)`, `params`, `grads`가 있는 층의 리스트입니다.
  `self.params`와 `self.grads`에 갈래들이 가진 배열 자체를 갈래 순서대로, 리스트 하나에 모두 담습니다.
- `forward(x)`: x는 (N, C, H, W), 갈래 i의 출력은 (N, F_i, OH, OW)이고 결과는 (N, F, OH, OW)입니다. F는 F_i를 모두 더한
  수입니다. 갈래 0의 채널이 맨 앞에 옵니다.
- `backward(dout)`: dout은 (N, F, OH, OW)입니다. 갈래마다 backward가 제 채널만 받아 제 grads를 채우고, 결과는 마지막 x에
  대한 그래디언트 (N, C, H, W)입니다. x와 dout을 바꾸면 안 됩니다.
"""


# %% exercise="inception"
class Inception:
    """Branches side by side: all get the same x, and their channels are put behind one another."""

    def __init__(self, branches):
        """branches : a list of layers, each with forward(x), backward(dout), params and grads.

        Sets self.params and self.grads: the arrays of the branches themselves, all in one list, branch after branch.
        About 3 lines.
        """
        ### BEGIN SOLUTION
        self.branches = branches
        self.params = [p for branch in branches for p in branch.params]
        self.grads = [g for branch in branches for g in branch.grads]
        ### END SOLUTION

    def forward(self, x):
        """x : (N, C, H, W); not changed. Branch i returns (N, F_i, OH, OW), with OH and OW the same in all.

        Returns (N, F, OH, OW), F the sum of all F_i: first the channels of branch 0, then those of branch 1, ...
        Example: branches with 4, 6 and 3 channels give 13. About 3 lines.
        """
        ### BEGIN SOLUTION
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=1)
        ### END SOLUTION

    def backward(self, dout):
        """dout : (N, F, OH, OW); not changed. Each branch's backward gets its own channels, and fills its grads.

        Returns the gradient of the last x, (N, C, H, W): the sum over the branches. About 6 lines.
        """
        ### BEGIN SOLUTION
        dx, start = 0, 0
        for branch, size in zip(self.branches, self.sizes, strict=True):
            dx = dx + branch.backward(dout[:, start : start + size])
            start += size
        return dx
        ### END SOLUTION


# %% check="inception"
check("inception", Inception)

# %% [markdown] lang="en"
r"""
## 6. The bottleneck

There is a catch. A 5×5 filter on many channels is expensive. In the block 3a of GoogLeNet, x has 192 channels of 28×28
pixels, and the 5×5 branch should give 32 channels. We count **MACs**, a multiplication with its addition (unit u11): at
each of the 28·28 places, each of the 32 filters needs 192 · 25 of them. Together that is 120 million, for one branch of
one block.

The way out is a **1×1 convolution**. It sees one pixel only, but all of its channels: it mixes c_in channels into c_mid
new ones. GoogLeNet first goes down from 192 to 16 channels with 1×1, and lays the 5×5 filters on those 16. Such a narrow
place is called a **bottleneck**. Per place it costs

$$c_{in} \, c_{mid} + c_{mid} \, c_{out} \, k^2$$

in place of $c_{in} \, c_{out} \, k^2$.

The block is not the same function any more: what passes through 16 channels can carry less than 192 channels do. That it
loses so little is an observation, not a theorem; neighbouring channels tend to say similar things.

**Your turn**, about 3 lines.
"""

# %% [markdown] lang="ko"
r"""
## 6. 병목

문제가 하나 있습니다. 채널이 많을 때 5×5 필터는 비쌉니다. GoogLeNet의 3a 블록에서 x는 28×28 픽셀에 채널이 192개이고, 5×5
갈래는 채널 32개를 내야 합니다. 곱셈 하나와 덧셈 하나를 묶은 **MAC**(u11)으로 셉니다. 28·28개의 자리마다 필터 32개가
저마다 192 · 25번씩 곱합니다. 모두 1억 2천만 번인데, 블록 하나의 갈래 하나가 이만큼입니다.

해결책은 **1×1 합성곱**입니다. 픽셀은 하나만 보지만 그 픽셀의 채널은 모두 봅니다. 채널 c_in개를 섞어 새 채널 c_mid개를
만드는 것입니다. GoogLeNet은 먼저 1×1로 채널 192개를 16개로 줄이고, 그 16개에 5×5 필터를 씁니다. 이렇게 좁아지는 곳을
**병목**(bottleneck)이라고 합니다. 이때 자리마다 드는 비용은 다음과 같습니다.

$$c_{in} \, c_{mid} + c_{mid} \, c_{out} \, k^2$$

바로 갈 때의 $c_{in} \, c_{out} \, k^2$ 대신 드는 비용입니다. 둘은 같은 함수가 아닙니다. 채널 16개를 지나는 정보는 192개일 때보다 적을
수밖에 없습니다. 그런데도 잃는 것이 적다는 것은 관찰된 사실이지 증명된 정리가 아닙니다. 채널들이 서로 비슷한 말을 하는
일이 많기 때문입니다.

빈칸을 채우십시오. 세 줄 정도면 됩니다. 이미지 한 장에서 H × W 픽셀의 채널 c_in개를 c_out개로 바꾸는 두 방법의 MAC 수를
`(direct, bottleneck)`으로 반환합니다. direct는 k×k 합성곱 하나, bottleneck은 c_in에서 c_mid로 가는 1×1에 이어 c_mid에서
c_out으로 가는 k×k입니다. 스트라이드는 1이고 테두리가 있어 H와 W는 그대로이며, 편향은 세지 않습니다. 예를 들어
`bottleneck_macs(2, 1, 10, 2, 5, 3)`은 (900, 220)입니다. 2 · 10 · 5 · 9와 2 · (10 · 2 + 2 · 5 · 9)입니다.
"""


# %% exercise="bottleneck_macs"
def bottleneck_macs(H, W, c_in, c_mid, c_out, k):
    """Return the MACs of two ways from c_in to c_out channels of H × W pixels, for one image: (direct, bottleneck).

    direct : one convolution of k × k from c_in to c_out channels.
    bottleneck : a convolution of 1 × 1 from c_in to c_mid channels, then one of k × k from c_mid to c_out.
    All have the stride 1 and a border that keeps H and W; biases are not counted.

    Example: bottleneck_macs(2, 1, 10, 2, 5, 3) is (900, 220): 2 · 10 · 5 · 9, and 2 · (10 · 2 + 2 · 5 · 9). About 3
    lines.
    """
    ### BEGIN SOLUTION
    direct = H * W * c_in * c_out * k**2
    bottleneck = H * W * (c_in * c_mid + c_mid * c_out * k**2)
    return direct, bottleneck
    ### END SOLUTION


# %% check="bottleneck_macs"
check("bottleneck_macs", bottleneck_macs)

# %% [markdown] lang="en"
r"""
What *your* function says about the nine Inception blocks:

![Nine pairs of bars, one for each Inception block from 3a to 5b. The white bar, without a bottleneck, reaches from 113
to 482 million MACs; the hatched one beside it stays between 5 and 67 million.](attachment:macs.png)
"""

# %% [markdown] lang="ko"
r"""
Inception 블록 아홉 개를 *여러분의* 함수로 세면 다음과 같습니다.

![3a부터 5b까지 Inception 블록마다 막대가 한 쌍씩 있다. 병목이 없는 흰 막대는 1억 1300만에서 4억 8200만 MAC까지 올라가고, 옆의 빗금
친 막대는 500만과 6700만 사이에 머문다.](attachment:macs.png)
"""


# %% demo=true figure="macs"
def plot_macs():
    """Draw the cost of the 5×5 branches of GoogLeNet without and with a bottleneck, by the student's function."""
    pairs = []
    for name, (C, _, _, c5, _) in INCEPTION_BLOCKS.items():
        side = {"3": 28, "4": 14, "5": 7}[name[0]]
        pairs.append(bottleneck_macs(side, side, C, c5[0], c5[1], 5))
    direct, bottleneck = np.array(pairs).T / 1e6
    places = np.arange(len(pairs))
    figure, axis = plt.subplots(figsize=(9, 3.6), layout="constrained")
    axis.bar(places - 0.2, direct, 0.4, label="direct", color="white", edgecolor="black")
    axis.bar(places + 0.2, bottleneck, 0.4, label="with a bottleneck", color="0.6", edgecolor="black", hatch="///")
    axis.set(xlabel="Inception block", ylabel="million MACs, one image", title="the 5×5 branches of GoogLeNet")
    axis.set_xticks(places, list(INCEPTION_BLOCKS))
    axis.legend()
    print(f"block 3a: {pairs[0][0]:,} MACs direct, {pairs[0][1]:,} with a bottleneck")
    print(f"all nine blocks: {direct.sum():.0f} million direct, {bottleneck.sum():.0f} with bottlenecks")


plot_macs()
plt.show()

# %% [markdown] lang="en"
r"""
In the block 3a, 120,422,400 MACs become 12,443,648, a tenth. All nine 5×5 branches together fall from 1789 to 157
million, less than a tenth. The paper gives 1.5 billion MACs as the goal for the *whole* network; without bottlenecks
these branches alone would have used up more.
"""

# %% [markdown] lang="ko"
r"""
3a 블록에서는 120,422,400번이 12,443,648번으로, 10분의 1이 됩니다. 5×5 갈래 아홉을 모두 더하면 17억 8900만에서 1억
5700만으로, 10분의 1도 안 되게 줄어듭니다. 논문이 *신경망 전체*의 목표로 삼은 것이 15억 번입니다. 병목이 없었다면 이
갈래들만으로도 그보다 많습니다.
"""

# %% [markdown] lang="en"
r"""
## 7. ResNet: learn what to add

More layers should not hurt. Take a network of 8 layers and put 12 layers behind it that return their input unchanged:
this network of 20 layers is exactly as good as the one of 8. So the best network of 20 layers is at least as good. And
yet, when K. He and others trained plain networks in 2015, the deeper ones were worse, on the very images that they
were trained on. Training does not find the layers that change nothing: for a convolution with a ReLU this is one special
setting of all its filters.

Their answer is to make "change nothing" the easy case. A **residual block** adds its input to the result:

$$\mathrm{out} = \mathrm{relu}(\mathrm{body}(x) + x)$$

The body is conv 3×3, ReLU, conv 3×3. If its last filters are 0, the block returns x (where x is not negative, as it is
behind a ReLU). The body only has to learn the *difference* from x, which is called the **residual**. The way of x around
the body is the **skip connection**. An example: body(x) = [0.5, −3] and x = [1, 2] give the sum [1.5, −1], and the block
returns [1.5, 0].

**The way back.** A sum hands its gradient on to both sides unchanged. With d = dout behind the ReLU,

$$d = \mathrm{dout} \cdot [\text{sum} > 0] \qquad dx = \mathrm{body\_backward}(d) + d$$

The second term is what this is about: d arrives at x *without passing through a filter*. However small the first term, it
cannot fade.

**When the shapes differ.** In some blocks the body has another number of channels, or a stride of 2 that halves the image
in its first convolution. Then x cannot be added. There the skip is a **projection**, a 1×1 convolution from c_in to c_out
channels *with the same stride*; on the way back, d passes through it.

The ResNet of the paper has batch normalisation behind each convolution. Here it is left out, to keep the block small.

**Your turn**: about 8, 3 and 3 lines. `Chain` and `Chain([])` of section 1 may help.
"""

# %% [markdown] lang="ko"
r"""
## 7. ResNet: 더할 것만 배우기

층을 늘린다고 나빠질 까닭은 없습니다. 8층짜리 신경망 뒤에, 받은 것을 그대로 돌려주는 층 12개를 붙여 봅시다. 이 20층
신경망은 8층 신경망과 똑같이 좋습니다. 그러니 가장 좋은 20층 신경망은 적어도 그만큼은 좋습니다. 그런데 K. He 등이
2015년에 평범한 신경망을 학습시켜 보니 깊은 쪽이 더 나빴습니다. 그것도 학습에 쓴 바로 그 이미지에서 그랬습니다. 학습은
'아무것도 바꾸지 않는 층'을 찾아내지 못합니다. 합성곱과 ReLU로 그런 층을 만들려면 필터가 모두 어떤 특별한 값이어야 하기
때문입니다.

그들의 답은 '바꾸지 않기'를 쉬운 일로 만드는 것입니다. **잔차 블록**(residual block)은 결과에 입력을 더합니다.

$$\mathrm{out} = \mathrm{relu}(\mathrm{body}(x) + x)$$

몸통(body)은 3×3 합성곱, ReLU, 3×3 합성곱입니다. 마지막 필터가 0이면 블록은 x를 그대로 돌려줍니다(x가 음수가 아닐
때의 이야기인데, ReLU를 지나온 x는 음수가 아닙니다). 몸통은 x와의 *차이*만 배우면 되고, 이 차이를 **잔차**(residual)라고
합니다. x가 몸통을 돌아서 가는 길이 **지름길 연결**(skip connection)입니다. 예를 들어 body(x) = [0.5, −3]이고 x = [1, 2]이면
합은 [1.5, −1]이고 블록은 [1.5, 0]을 냅니다.

**거꾸로 가는 길.** 덧셈은 그래디언트를 양쪽에 그대로 넘깁니다. ReLU를 거꾸로 지난 것을 d라고 하면

$$d = \mathrm{dout} \cdot [\text{sum} > 0] \qquad dx = \mathrm{body\_backward}(d) + d$$

핵심은 둘째 항입니다. d는 *필터를 하나도 지나지 않고* x에 닿습니다. 첫째 항이 아무리 작아져도 이 항은 사라지지 않습니다.

**shape이 다를 때.** 어떤 블록에서는 몸통의 채널 수가 x와 다르거나, 첫 합성곱의 스트라이드가 2여서 이미지가 반으로
줄어듭니다. 그러면 x를 더할 수 없습니다. 이때 지름길은 **사영**(projection), 곧 c_in에서 c_out으로 가고 *스트라이드가 같은*
1×1 합성곱입니다. 거꾸로 갈 때 d도 사영을 지납니다.

논문의 ResNet에는 합성곱마다 뒤에 배치 정규화가 있습니다. 여기서는 블록을 작게 하려고 뺐습니다.

세 메서드를 채우십시오. 여덟 줄, 세 줄, 세 줄 정도면 됩니다. 1절의 `Chain`과 `Chain([])`을 써도 좋습니다.

- `__init__(c_in, c_out, rng, stride=1)`: 층은 모두 `conv`로 만들고 필터는 `rng`에서 뽑습니다. conv1은 c_in에서 c_out으로
  가는 3×3이고 스트라이드를 씁니다. conv2는 c_out에서 c_out으로 가는 3×3, 스트라이드 1입니다. 사영은 c_in과 c_out이
  다르거나 스트라이드가 1이 아닐 때만 있습니다. `self.params`와 `self.grads`에는 conv1, conv2, (있으면) 사영의 배열을 이
  순서로 담습니다. 각각 4개 또는 6개입니다.
- `forward(x)`: x (N, c_in, H, W)를 받아 (N, c_out, OH, OW)를 반환합니다. conv2가 모두 0이고 사영이 없으면 [-1, 2]는 [0, 2]가
  됩니다.
- `backward(dout)`: grads를 채우고 마지막 x에 대한 그래디언트를 반환합니다. 바로 앞의 예에서 dout = [5, 7]이면 dx = [0, 7]입니다.
  x와 dout을 바꾸면 안 됩니다.
"""


# %% exercise="residual_block"
class ResidualBlock:
    """out = relu(body(x) + skip(x)), with the body conv 3×3, ReLU, conv 3×3."""

    def __init__(self, c_in, c_out, rng, stride=1):
        """Make the layers, all with conv, which draws from rng.

        conv1 : 3×3 from c_in to c_out channels with the stride; conv2 : 3×3 from c_out to c_out, stride 1.
        projection : only where c_in differs from c_out or the stride is not 1: 1×1 from c_in to c_out with the stride.
        Sets self.params and self.grads: the arrays of conv1, conv2 and, where there is one, the projection, in this
        order (4 or 6 arrays each). About 8 lines.
        """
        ### BEGIN SOLUTION
        self.body = Chain([conv(c_in, c_out, 3, rng, stride), Relu(), conv(c_out, c_out, 3, rng)])
        projected = c_in != c_out or stride != 1
        self.skip = Chain([conv(c_in, c_out, 1, rng, stride)] if projected else [])
        self.relu = Relu()
        self.params = self.body.params + self.skip.params
        self.grads = self.body.grads + self.skip.grads
        ### END SOLUTION

    def forward(self, x):
        """x : (N, c_in, H, W); not changed. Returns (N, c_out, OH, OW). About 3 lines.

        Example: where conv2 is all 0 and there is no projection, [-1, 2] comes out as [0, 2].
        """
        ### BEGIN SOLUTION
        return self.relu.forward(self.body.forward(x) + self.skip.forward(x))
        ### END SOLUTION

    def backward(self, dout):
        """dout : (N, c_out, OH, OW); not changed. Fills the grads, returns the gradient of the last x. About 3 lines.

        Example: in the example above, dout = [5, 7] gives dx = [0, 7].
        """
        ### BEGIN SOLUTION
        d = self.relu.backward(dout)
        return self.body.backward(d) + self.skip.backward(d)
        ### END SOLUTION


# %% check="residual_block"
check("residual_block", ResidualBlock)

# %% [markdown] lang="en"
r"""
## 8. Three small relatives

Now build whole networks of your blocks. The next two cells contain a small VGG (two VGG blocks, two affine layers), a
small GoogLeNet (two Inception blocks, global average pooling) and a small ResNet (three residual blocks, global average
pooling). They learn 1,200 digits of 8×8 pixels for eight epochs and are then asked about 597 others.
"""

# %% [markdown] lang="ko"
r"""
## 8. 작은 신경망 셋

이제 여러분의 블록으로 온전한 신경망을 조립합니다. 다음 두 셀에는 작은 VGG(VGG 블록 둘, 아핀 계층 둘), 작은
GoogLeNet(Inception 블록 둘, 전역 평균 풀링), 작은 ResNet(잔차 블록 셋, 전역 평균 풀링)이 있습니다. 8×8 픽셀 숫자 1,200장을
여덟 에폭 동안 학습한 다음, 보지 못한 597장을 읽습니다.
"""


# %% given=true
def affine(D, M, rng):
    """Make an affine layer from D to M numbers."""
    return Affine(rng.normal(0, np.sqrt(1 / D), (D, M)), np.zeros(M))


def load_digits():
    """Return 1,200 digits to learn from and 597 others, as images (N, 1, 8, 8) with labels: X, y, X_test, y_test."""
    X, y = data.digits()
    order = np.random.default_rng(0).permutation(len(X))
    X, y = X[order].reshape(-1, 1, 8, 8), y[order]
    return X[:1200], y[:1200], X[1200:], y[1200:]


def train(network, X, y, epochs, lr, rng):
    """Learn by gradient descent with momentum 0.9, in batches of 50; return the mean loss of each epoch."""
    loss, losses = SoftmaxWithLoss(), []
    speeds = [np.zeros_like(p) for p in network.params]
    for _ in range(epochs):
        parts = np.split(rng.permutation(len(X)), len(X) // 50)
        total = 0
        for part in parts:
            total += loss.forward(network.forward(X[part]), y[part])
            network.backward(loss.backward())
            for p, grad, speed in zip(network.params, network.grads, speeds, strict=True):
                speed *= 0.9
                speed -= lr * grad
                p += speed
        losses.append(total / len(parts))
    return losses


def accuracy(network, X, y):
    """Return the share of images that the network labels rightly."""
    return np.mean(network.forward(X).argmax(axis=1) == y)


# %% demo=true
def compare_small():
    """Train three small networks made of the student's own blocks; print what each costs and how well it reads."""

    def branches(C, c1, c3, c5, c_pool, rng):
        return [
            Chain([conv(C, c1, 1, rng), Relu()]),
            Chain([conv(C, c3[0], 1, rng), Relu(), conv(c3[0], c3[1], 3, rng), Relu()]),
            Chain([conv(C, c5[0], 1, rng), Relu(), conv(c5[0], c5[1], 5, rng), Relu()]),
            Chain([MaxPooling(3, stride=1, pad=1), conv(C, c_pool, 1, rng), Relu()]),
        ]

    def vgg(rng):
        blocks = vgg_block(2, 1, 8, rng) + vgg_block(2, 8, 16, rng)
        return Chain([*blocks, Flatten(), affine(16 * 2 * 2, 32, rng), Relu(), affine(32, 10, rng)])

    def small_googlenet(rng):
        first, second = branches(8, 4, (4, 8), (2, 4), 4, rng), branches(20, 8, (8, 12), (2, 6), 6, rng)
        middle = [Inception(first), MaxPooling(2), Inception(second)]
        return Chain([conv(1, 8, 3, rng), Relu(), *middle, GlobalAvgPool(), affine(32, 10, rng)])

    def small_resnet(rng):
        blocks = [ResidualBlock(8, 8, rng), ResidualBlock(8, 16, rng, stride=2), ResidualBlock(16, 32, rng, stride=2)]
        return Chain([conv(1, 8, 3, rng), Relu(), *blocks, GlobalAvgPool(), affine(32, 10, rng)])

    X, y, X_test, y_test = load_digits()
    for name, make in (("VGG", vgg), ("GoogLeNet", small_googlenet), ("ResNet", small_resnet)):
        rng = np.random.default_rng(14)
        network = make(rng)
        losses = train(network, X, y, 8, 0.03, rng)
        numbers = sum(p.size for p in network.params)
        text = f"loss {losses[0]:.2f} → {losses[-1]:.2f}, {accuracy(network, X_test, y_test):.1%} of the unseen digits"
        print(f"{name:9} {numbers:6,} parameters: {text}")


compare_small()

# %% [markdown] lang="en"
r"""
On this run: VGG 97.2 % with 6,562 parameters, GoogLeNet 93.6 % with 2,722, ResNet 98.2 % with 19,642. Do not read a
ranking into it. Over five starts VGG reached 94 to 99 %, GoogLeNet 76 to 94 % and ResNet 95 to 98 %; the loss of the
small GoogLeNet is still falling when the eight epochs are over, and the three differ in size. (Rounding differs between
machines, and training magnifies it: your last digits may be others.)

What it does show: all three families learn, and each is made of a single block that you wrote. The
full networks have more of them, and more channels.
"""

# %% [markdown] lang="ko"
r"""
이번 실행에서 VGG는 매개변수 6,562개로 97.2 %, GoogLeNet은 2,722개로 93.6 %, ResNet은 19,642개로 98.2 %입니다. 이것으로 순위를
매기면 안 됩니다. 시드를 다섯 가지로 바꾸어 보면 VGG는 94\~99 %, GoogLeNet은 76\~94 %, ResNet은 95\~98 %입니다. 작은
GoogLeNet은 여덟 에폭이 끝날 때도 손실이 내려가는 중이고, 셋은 크기도 다릅니다. (반올림은 컴퓨터마다 조금씩 다르고, 학습은
그 차이를 키웁니다. 그래서 끝자리는 다를 수 있습니다.)

그래도 세 방식 모두 학습이 된다는 것, 그리고 저마다 여러분이 만든 블록 하나를 쌓은 것이라는 점은 볼 수 있습니다. 논문의
신경망에는 그 블록이 더 많고 채널이 더 많을 뿐입니다.
"""

# %% [markdown] lang="en"
r"""
## 9. The gradient norm by depth

What does the skip do to the gradient? Look at it directly. The next cells build two networks of $6n + 2$ layers, with
your `GlobalAvgPool` at the end of both: one of **plain** blocks (conv, ReLU, conv, ReLU), one of *your* residual blocks.
Nothing is trained. 100 digits go forward, the gradient of the loss comes back, and at the entrance of each block its
**norm** is taken: the root of the sum of the squares of all its numbers. A layer whose gradient is 0.001 times as large
takes steps 0.001 times as large.

One thing is adjusted. In a sum, two signals of equal strength are stronger than one, so that the numbers grow from block
to block. In the paper batch normalisation holds them down. Here the second convolution of every residual block simply
starts at 0.3 of its drawn size.

![Gradient norm on a logarithmic axis, block by block. The residual network is nearly level at 0.04 to 0.05. The plain
one falls from 0.02 at block 9 to 0.002 at block 1, most steeply in the last stage.](attachment:gradients.png)

Two sliders: `n`, the number of blocks in each of the three stages, and `gain`, a factor for all 3×3 filters. The thin lines
separate the stages: images of 8×8, 4×4 and 2×2 pixels. (Where there are no sliders: with n = 3, the ratio of the first
block to the last is 0.08 in the plain network and 1.0 in the residual one. With n = 6 it is 0.0014 and 1.1. With n = 3 and
the gain 0.6 it is 0.00002 and 0.87; with the gain 1.6, 170 and 2.5.)

- Set `n` to 6. What happens to the first block of the plain network?
- Leave `n` at 3 and move `gain` from 0.6 to 1.6. Which curve tilts, and how far does the other one follow?
"""

# %% [markdown] lang="ko"
r"""
## 9. 깊이에 따른 그래디언트의 노름

지름길은 그래디언트를 어떻게 바꿀까요? 직접 재어 봅시다. 다음 셀들은 $6n + 2$층짜리 신경망을 둘 만듭니다. 하나는
**평범한** 블록(합성곱, ReLU, 합성곱, ReLU)으로, 하나는 *여러분의* 잔차 블록으로 만들고, 둘 다 여러분의
`GlobalAvgPool`로 끝납니다. 학습은 하지 않습니다. 숫자 100장을 앞으로 보내고 손실의 그래디언트를 거꾸로 보내면서,
블록마다 입구에서 그 **노름**(norm), 곧 모든 수의 제곱합의 제곱근을 잽니다. 그래디언트가 0.001배인 층은 걸음도
0.001배입니다.

한 가지를 조정했습니다. 세기가 같은 두 신호를 더하면 더 세집니다. 그래서 블록을 지날수록 수가 커집니다. 논문에서는 배치
정규화가 이를 눌러 줍니다. 여기서는 잔차 블록의 둘째 합성곱을 뽑은 값의 0.3배에서 시작하게 했습니다.

![로그 축에 그린 블록별 그래디언트의 노름. 잔차 신경망은 0.04에서 0.05 사이로 거의 평평하다. 평범한 신경망은 블록 9의
0.02에서 블록 1의 0.002로 내려가며, 마지막 단계에서 가장 가파르다.](attachment:gradients.png)

슬라이더는 둘입니다. `n`은 세 단계(stage)에 저마다 든 블록의 수이고, `gain`은 모든 3×3 필터에 곱하는 수입니다. 가는 세로선이
단계를 나눕니다. 이미지는 8×8, 4×4, 2×2 픽셀입니다. (슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. n = 3일 때 첫 블록과
마지막 블록의 비는 평범한 신경망에서 0.08, 잔차 신경망에서 1.0입니다. n = 6이면 0.0014와 1.1입니다. n = 3에서 gain이
0.6이면 0.00002와 0.87, 1.6이면 170과 2.5입니다.)

- `n`을 6으로 바꾸어 보십시오. 평범한 신경망의 첫 블록은 어떻게 됩니까?
- `n`은 3으로 두고 `gain`을 0.6에서 1.6까지 옮겨 보십시오. 어느 곡선이 기울고, 다른 곡선은 얼마나 따라갑니까?
"""


# %% given=true
def plain_block(c_in, c_out, rng, stride=1):
    """The body of a residual block without the skip: conv 3×3, ReLU, conv 3×3, ReLU."""
    return Chain([conv(c_in, c_out, 3, rng, stride), Relu(), conv(c_out, c_out, 3, rng), Relu()])


def skip_block(c_in, c_out, rng, stride=1):
    """The student's residual block; its second convolution begins at 0.3 of its size, so that the sum grows slowly."""
    block = ResidualBlock(c_in, c_out, rng, stride)
    block.params[2] *= 0.3
    return block


def deep_network(block, n, rng):
    """Return a Chain of 6 n + 2 layers: a convolution, three stages of n blocks (6, 12, 24 channels), the classifier.

    The second and the third stage halve the image in their first block.
    """
    layers, C = [conv(1, 6, 3, rng), Relu()], 6
    for F, stride in ((6, 1), (12, 2), (24, 2)):
        for number in range(n):
            layers.append(block(C, F, rng, stride if number == 0 else 1))
            C = F
    return Chain([*layers, GlobalAvgPool(), affine(C, 10, rng)])


def gradient_norms(network, X, y):
    """Return the norm of the gradient of the loss with respect to what goes into each block, first block first."""
    loss = SoftmaxWithLoss()
    loss.forward(network.forward(X), y)
    d, norms = loss.backward(), []
    for layer in reversed(network.layers[2:]):
        d = layer.backward(d)
        norms.append(np.linalg.norm(d))
    return norms[:1:-1]


# %% demo=true figure="gradients"
def draw_gradients(n, gain):
    """Draw the gradient norm block by block, for a plain and a residual network of the student's blocks, untrained."""
    X, y, _, _ = load_digits()
    curves = {}
    for name, block in (("plain", plain_block), ("residual", skip_block)):
        network = deep_network(block, n, np.random.default_rng(3))
        for p in network.params:
            p *= gain if p.ndim == 4 and p.shape[-1] == 3 else 1
        curves[name] = gradient_norms(network, X[:100], y[:100])
    figure, axis = plt.subplots(figsize=(8, 4), layout="constrained")
    plots.curves(axis, np.arange(1, 3 * n + 1), curves, "block", "norm of the gradient", markers=True)
    axis.set(yscale="log", title=f"{6 * n + 2} layers, filters times {gain:g}")
    axis.set_xticks(range(1, 3 * n + 1))
    for place in (n + 0.5, 2 * n + 0.5):
        axis.axvline(place, color="0.6", linewidth=0.8)
    plt.show()
    for name, norms in curves.items():
        print(f"{name:8} last block {norms[-1]:.2g}, first block {norms[0]:.2g}: ratio {norms[0] / norms[-1]:.2g}")


widgets.sliders(draw_gradients, n=(1, 6, 1, 3), gain=(0.6, 1.6, 0.2, 1.0))

# %% [markdown] lang="en"
r"""
In the plain network every block multiplies the gradient by some factor, and the factors multiply each other. With a factor
of 0.75 a block, nine blocks leave $0.75^9 = 0.08$. Nobody hits the factor 1 exactly for all blocks; with enough blocks a
product of factors below 1 vanishes and one of factors above 1 explodes.

Why is the factor below 1 here at all, when He's rule for drawing was made to keep it at 1? The rule counts 9 pixels below
every filter. In an image of 2×2 pixels the border of zeros lies below 5 of the 9. So the signal gets weaker, most of
all in the last stage; you see it in the slope.

In the residual network a block multiplies by (1 + something small): the 1 is the skip. That product stays near 1 much
longer, although not for ever, as the gain 1.6 shows.
"""

# %% [markdown] lang="ko"
r"""
평범한 신경망에서는 블록마다 그래디언트에 어떤 배수가 곱해지고, 그 배수들이 서로 곱해집니다. 블록마다 0.75배라면 아홉 블록
뒤에는 $0.75^9 = 0.08$이 남습니다. 모든 블록에서 배수를 정확히 1로 맞출 수는 없습니다. 블록이 많아지면 1보다 작은 배수의
곱은 사라지고 1보다 큰 배수의 곱은 폭발합니다.

He의 방법은 배수를 1로 지키려고 만든 것인데 여기서는 왜 1보다 작을까요? 그 방법은 필터마다 밑에 픽셀이 9개 있다고 보고
셉니다. 그런데 2×2 픽셀 이미지에서는 9개 가운데 5개 자리에 0으로 된 테두리가 놓입니다. 그래서 신호가 약해지고, 마지막
단계에서 가장 심합니다. 곡선의 기울기에 그것이 보입니다.

잔차 신경망에서는 블록마다 (1 + 작은 수)가 곱해집니다. 1이 지름길입니다. 이 곱은 훨씬 오래 1 가까이에 머뭅니다. 다만 gain이
1.6일 때 보듯이 언제까지나 그런 것은 아닙니다.
"""

# %% [markdown] lang="en"
r"""
## 10. Plain against residual

And in training? The same two networks of 20 layers, and a plain one of 8 layers, learn 1,200 digits for six epochs. **Guess
first**: order the three by the loss at the end.

![Training loss over six epochs. The plain network with 8 layers and the residual one with 20 fall from about 2.3 to
below 0.5; the plain one with 20 layers stays at 2.3 for five epochs and ends at 2.2.](attachment:training.png)
"""

# %% [markdown] lang="ko"
r"""
## 10. 평범한 신경망과 잔차 신경망

학습은 어떨까요? 같은 20층짜리 신경망 둘과 8층짜리 평범한 신경망이 숫자 1,200장을 여섯 에폭 동안 학습합니다. **먼저 예상해
보십시오.** 마지막 손실이 작은 순서대로 셋을 늘어놓아 보십시오.

![여섯 에폭 동안의 학습 손실. 8층짜리 평범한 신경망과 20층짜리 잔차 신경망은 2.3쯤에서 0.5 아래로 내려간다. 20층짜리 평범한
신경망은 다섯 에폭 동안 2.3에 머물다가 2.2에서 끝난다.](attachment:training.png)
"""


# %% demo=true figure="training"
def plot_training(epochs=6, lr=0.05):
    """Train plain and residual networks of the student's blocks; draw the loss on the digits that they learn from."""
    X, y, X_test, y_test = load_digits()
    losses = {}
    for name, block, n in (
        ("plain, 8", plain_block, 1),
        ("plain, 20", plain_block, 3),
        ("residual, 20", skip_block, 3),
    ):
        rng = np.random.default_rng(1)
        network = deep_network(block, n, rng)
        losses[name] = train(network, X, y, epochs, lr, rng)
        seen, unseen = accuracy(network, X, y), accuracy(network, X_test, y_test)
        print(f"{name:12} layers: {seen:.1%} of the digits learnt from, {unseen:.1%} of the others")
    figure, axis = plt.subplots(figsize=(8, 4), layout="constrained")
    plots.curves(axis, range(1, epochs + 1), losses, "epoch", "loss in training", "plain and residual", markers=True)


plot_training()
plt.show()

# %% [markdown] lang="en"
r"""
The plain network with 20 layers reads 26.2 % of its own 1,200 digits after six epochs; guessing would give 10 %. The
one with 8 layers reads 89.0 %, and the residual one with 20 layers 95.5 %. Of the digits that they have not seen, the
three read 25.8, 87.3 and 94.1 %. Five different starts gave 11 to 38 % for plain 20, 89 to 96 % for plain 8 and 91 to 96 % for
residual 20, each time on the digits learnt from.

The same filters, the same number of layers, the same learning rate: one addition makes the difference. Be fair to the
plain network, though. With some starts it does begin to learn: after 20
epochs in place of 6, one of two starts had 53 %, the other was back at guessing. Filters drawn 1.2 times as large gave 35, 11 and 50 % after six epochs with
three starts. Nor is the skip everything: without the factor 0.3 the residual network reached 11 and 78 % with two starts,
because then the numbers grow too fast for this learning rate. In the paper batch normalisation takes care of that.

Note also what the five starts do *not* show: that residual 20 is better than plain 8. Their ranges overlap; digits of 8×8
pixels do not need 20 layers. For photos depth
pays: in the paper the residual network of 34 layers beats the one of 18, while for the plain ones it is the other way
round.
"""

# %% [markdown] lang="ko"
r"""
20층짜리 평범한 신경망은 여섯 에폭 뒤에도 학습에 쓴 숫자 1,200장 가운데 26.2 %만 맞힙니다. 찍어도 10 %입니다. 8층짜리는 89.0 %,
20층짜리 잔차 신경망은 95.5 %입니다. 보지 못한 숫자는 순서대로 25.8 %, 87.3 %, 94.1 %를 읽습니다. 시드를 다섯 가지로 바꾸어
학습에 쓴 숫자로 재면 평범한 20층은 11\~38 %, 평범한 8층은 89\~96 %, 잔차 20층은 91\~96 %입니다.

필터도, 층의 수도, 학습률도 같습니다. 덧셈 하나가 이 차이를 만듭니다. 다만 평범한 신경망을 너무 깎아내리지는 맙시다. 시드에 따라서는 학습을
시작하기도 합니다. 여섯 에폭 대신 스무 에폭을 학습시키면 두 번 가운데 한 번은 53 %까지 갔고 한 번은
도로 찍는 수준이 되었습니다. 필터를 1.2배로 키워
시작하면 여섯 에폭 뒤에 세 번의 결과가 35 %, 11 %, 50 %였습니다. 지름길이 전부인 것도 아닙니다. 0.3배를 하지 않으면 잔차
신경망도 두 번의 결과가 11 %와 78 %에 그쳤습니다. 수가 너무 빨리 커져 이 학습률을 견디지 못하기 때문입니다. 논문에서는 배치
정규화가 그 일을 맡습니다.

20층짜리 잔차 신경망이 8층짜리 평범한 신경망보다 *낫다고 할 수는 없다*는 점도 눈여겨보십시오. 다섯 번의 범위가 겹칩니다.
8×8 픽셀 숫자에는 20층이 필요 없습니다. 사진에서는 깊이가 값을 합니다. 논문에서 잔차 신경망은 34층이 18층보다 낫고, 평범한 신경망은 그 반대입니다.
"""

# %% [markdown] lang="en"
r"""
## 11. A question to answer in words

Write five to ten sentences in the cell below. It is graded by a person, 3 points. Use the numbers of section 10.

1. Somebody says: "20 layers have too many parameters for 1,200 digits. The network overfits." What would overfitting look
   like in the two percentages, and what do they show instead?
2. Explain why a plain network of 20 layers *could* be at least as good as one of 8. If it is not, what has failed?
3. What does the skip change about it? Name one thing that the experiment does *not* show.
"""

# %% [markdown] lang="ko"
r"""
## 11. 글로 답하는 문제

아래 셀에 다섯 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다. 10절의 수를 쓰십시오.

1. 누군가 이렇게 말합니다. '숫자는 1,200장뿐인데 20층이면 매개변수가 너무 많다. 신경망이 과적합했다.' 과적합이라면 두
   백분율이 어떤 모습이어야 하고, 실제로는 어떻습니까?
2. 20층짜리 평범한 신경망이 왜 8층짜리만큼은 좋을 *수 있는지* 설명하십시오. 그런데도 그렇지 않다면 실패한 것은 무엇입니까?
3. 지름길은 그것을 어떻게 바꿉니까? 이 실험으로는 알 수 *없는* 것도 하나 드십시오.
"""

# %% [markdown] answer="depth" points=3 lang="en"
r"""
**Model answer.**

1. A network that overfits is very good on the digits that it learnt from and clearly worse on the others. The plain
   network with 20 layers is bad on *both*: it reads about a quarter of the digits that it was trained on, and about the
   same share of the others. The gap is small. It has not learnt even the training data by heart; that is underfitting.
2. Take the 8 layers and add 12 that return their input unchanged (behind a ReLU the numbers are not negative, so a filter
   with a single 1 in the middle for its own channel does it). This network has the loss of the 8 layers. So good weights
   exist, and the network is able to express them. What has failed is the search: gradient descent, started at random,
   with so many epochs and this learning rate, did not find them. Section 9 shows a reason: the gradient of the first
   block is 0.08 times that of the last, and the signal on the way forward fades in the same way.
3. With the skip, "return the input" needs no special weights: the body only has to be small. On the way back the sum hands
   d on without a filter, so that the first blocks get a gradient as large as the last. Not shown: what happens with batch
   normalisation, more epochs, another learning rate or initialisation; large photos; whether the gradient is the only
   reason (the paper's plain networks had batch normalisation and healthy gradients, and still the deeper one was worse).

**Rubric**, 1 point each.

- Overfitting means a gap between learnt and unseen, and here both are low (with numbers). Half a point without numbers.
- The construction with layers that change nothing *and* the conclusion that the optimisation has failed, not the
  capacity. Half a point for one of the two. "The gradient vanishes" alone: half a point.
- Skip as an easy identity or as a way for the gradient, and one true limit of the experiment. Half a point for one of the
  two.
"""

# %% [markdown] answer="depth" points=3 lang="ko"
r"""
**모범 답안.**

1. 과적합한 신경망은 학습에 쓴 숫자는 아주 잘 읽고 다른 숫자는 뚜렷이 못 읽습니다. 20층짜리 평범한 신경망은 *둘 다* 못
   읽습니다. 학습에 쓴 숫자를 4분의 1쯤 맞히고 다른 숫자도 그만큼 맞힙니다. 차이가 작습니다. 학습 데이터조차 외우지 못했으니
   과소적합입니다.
2. 8층 뒤에, 받은 것을 그대로 돌려주는 층 12개를 붙입니다(ReLU를 지난 수는 음수가 아니므로, 제 채널의 한가운데만 1이고
   나머지가 0인 필터면 됩니다). 이 신경망의 손실은 8층일 때와 같습니다. 그러니 좋은 가중치는 있고, 신경망은 그것을 표현할 수
   있습니다. 실패한 것은 찾는 일입니다. 무작위로 시작한 경사 하강법이 이 에폭 수와 학습률로는 찾지 못했습니다. 9절에 까닭
   하나가 보입니다. 첫 블록의 그래디언트가 마지막 블록의 0.08배이고, 앞으로 가는 신호도 마찬가지로 약해집니다.
3. 지름길이 있으면 '받은 것을 그대로 돌려주기'에 특별한 가중치가 필요 없습니다. 몸통이 작기만 하면 됩니다. 거꾸로 갈 때는
   덧셈이 d를 필터 없이 넘겨주어 첫 블록의 그래디언트도 마지막 블록만큼 큽니다. 알 수 없는 것: 배치 정규화를 쓰거나, 에폭을
   늘리거나, 학습률이나 초깃값을 바꾸면 어떤지. 큰 사진에서는 어떤지. 그래디언트가 유일한 까닭인지(논문의 평범한 신경망은
   배치 정규화가 있어 그래디언트가 멀쩡했는데도 깊은 쪽이 더 나빴습니다).

**채점 기준**, 각 1점.

- 과적합이면 학습한 숫자와 보지 못한 숫자 사이에 차이가 커야 하는데 여기서는 둘 다 낮다는 것(수를 들어). 수가 없으면 0.5점.
- 아무것도 바꾸지 않는 층을 붙이는 구성*과*, 표현력이 아니라 최적화가 실패했다는 결론. 둘 중 하나면 0.5점. '그래디언트가
  사라진다'만 있으면 0.5점.
- 지름길 덕분에 항등 함수가 쉬워진다거나 그래디언트가 지날 길이 생긴다는 것과, 실험의 한계 하나. 둘 중 하나면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Karen Simonyan, Andrew Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (arXiv 1409.1556,
  2014): VGG. Section 2.3 argues for 3×3 as you did in section 2.
- Christian Szegedy and others, "Going Deeper with Convolutions" (arXiv 1409.4842, 2014): GoogLeNet. Count table 1
  with your function.
- Min Lin, Qiang Chen, Shuicheng Yan, "Network In Network" (arXiv 1312.4400, 2013): global average pooling and the 1×1
  convolution, in the paper from which GoogLeNet took both.
- Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun, "Deep Residual Learning for Image Recognition" (arXiv 1512.03385,
  2015): ResNet. Figure 1 is the plain network that gets worse with depth.
- Kaiming He and others, "Identity Mappings in Deep Residual Networks" (arXiv 1603.05027, 2016): why the skip should be x
  itself, and why the last ReLU is better moved into the body.

In unit u15 you train a network on a task of your own and find out what it really looks at.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Karen Simonyan, Andrew Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (arXiv 1409.1556,
  2014). VGG입니다. 2.3절에서 이 단원의 2절처럼 3×3을 쓰는 까닭을 설명합니다.
- Christian Szegedy 등, "Going Deeper with Convolutions" (arXiv 1409.4842, 2014). GoogLeNet입니다. 표 1을 여러분의 함수로
  세어 보십시오.
- Min Lin, Qiang Chen, Shuicheng Yan, "Network In Network" (arXiv 1312.4400, 2013). 전역 평균 풀링과 1×1 합성곱이 나온
  논문이며, GoogLeNet이 둘 다 여기에서 가져왔습니다.
- Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun, "Deep Residual Learning for Image Recognition" (arXiv 1512.03385,
  2015). ResNet입니다. 그림 1이 깊을수록 나빠지는 평범한 신경망입니다.
- Kaiming He 등, "Identity Mappings in Deep Residual Networks" (arXiv 1603.05027, 2016). 지름길이 왜 x 자체여야 하는지,
  마지막 ReLU를 왜 몸통 안으로 옮기는 편이 나은지 설명합니다.

u15에서는 직접 정한 과제로 신경망을 학습시키고, 그 신경망이 실제로 무엇을 보는지 알아냅니다.
"""
