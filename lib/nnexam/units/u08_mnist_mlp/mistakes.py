"""u08_mnist_mlp: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use the names
accuracy, train, TwoLayerNet and Adam: a notebook has them.
"""

import numpy as np
from nnlab import data
from nnref.evaluation import accuracy
from nnref.optimizers import Adam
from nnref.two_layer_net import TwoLayerNet

from .exercises import ACCURACY, BUILD_MODEL, CONFUSION_MATRIX, LOAD_IDX, SPLIT, TRAIN
from .reference import train


def check_beginning(data):
    if data[0] != 0 or data[1] != 0 or data[2] != 8:
        raise ValueError("not an IDX file of bytes")


def lengths_of(data, order="big"):
    return [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], order) for i in range(data[3])]


@LOAD_IDX.mistake(
    "The lengths do not fit the numbers. Are the lengths read with the most significant byte first, "
    'int.from_bytes(four, "big")? Otherwise 0, 0, 0, 3 means 3 * 256³. And does each begin at byte 4 + 4i, and the numbers '
    "at 4 + 4n?",
    "길이와 수의 개수가 맞지 않습니다. 길이를 큰 자리 바이트부터, "
    'int.from_bytes(four, "big")로 읽었습니까? 거꾸로 읽으면 0, 0, 0, 3이 3 * 256³이 됩니다. 그리고 i번 길이를 4 + 4i번 바이트부터, '
    "수를 4 + 4n번 바이트부터 읽었습니까?",
)
def little_endian(data):
    check_beginning(data)
    pixels = np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3])
    return pixels.reshape(lengths_of(data, "little"))


@LOAD_IDX.mistake(
    "The numbers are read from byte 16 on. That fits images, with three axes; with n axes they begin at byte 4 + 4n, for "
    "labels at byte 8.",
    "수를 16번 바이트부터 읽었습니다. 축이 세 개인 이미지에는 맞지만, 축이 n개이면 4 + 4n번 바이트에서 시작합니다. 레이블이면 "
    "8번입니다.",
)
def always_from_16(data):
    check_beginning(data)
    return np.frombuffer(data, dtype=np.uint8, offset=16).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "The numbers are read from byte 8 on. That fits labels, with one axis; with n axes they begin at byte 4 + 4n, for "
    "images at byte 16.",
    "수를 8번 바이트부터 읽었습니다. 축이 하나인 레이블에는 맞지만, 축이 n개이면 4 + 4n번 바이트에서 시작합니다. 이미지이면 "
    "16번입니다.",
)
def always_from_8(data):
    check_beginning(data)
    return np.frombuffer(data, dtype=np.uint8, offset=8).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "The bytes are read as signed, so that 255 becomes -1. The type 8 means 0 to 255: np.uint8.",
    "바이트를 부호 있는 수로 읽어서 255가 -1이 됩니다. 자료형 8은 0에서 255까지인 np.uint8입니다.",
)
def signed_bytes(data):
    check_beginning(data)
    return np.frombuffer(data, dtype=np.int8, offset=4 + 4 * data[3]).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "The beginning is not looked at: a file of another kind is read as if it held pixels. Raise a ValueError unless the "
    "first three bytes are 0, 0, 8.",
    "앞부분을 확인하지 않아서 다른 종류의 파일도 픽셀처럼 읽습니다. 처음 세 바이트가 0, 0, 8이 아니면 ValueError를 내십시오.",
)
def nothing_checked(data):
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "Only the two zeros are looked at; byte 2 says what kind of numbers follow, and must be 8.",
    "0 두 개만 확인했습니다. 2번 바이트는 어떤 수가 들어 있는지 알려 주며 8이어야 합니다.",
)
def type_not_checked(data):
    if data[:2] != bytes(2):
        raise ValueError("not an IDX file")
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "Only byte 2, the type, is looked at; the two bytes before it must be 0.",
    "자료형인 2번 바이트만 확인했습니다. 그 앞의 두 바이트는 0이어야 합니다.",
)
def zeros_not_checked(data):
    if data[2] != 8:
        raise ValueError("not bytes")
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "Only 2051 and 2049, images and labels, are let through. Byte 3 may be any number of axes, not 3 or 1 alone.",
    "이미지와 레이블의 2051과 2049만 받아들입니다. 3번 바이트는 3이나 1뿐 아니라 어떤 축의 수든 될 수 있습니다.",
)
def two_magic_numbers(data):
    if int.from_bytes(data[:4], "big") not in (2049, 2051):
        raise ValueError("wrong magic number")
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data))


@LOAD_IDX.mistake(
    "What is left over at the end is silently dropped: a file with more numbers than its lengths say is damaged, so raise a "
    "ValueError.",
    "끝에 남는 것을 그냥 버렸습니다. 길이가 말하는 것보다 수가 많은 파일은 손상된 것이므로 ValueError를 내십시오.",
)
def rest_ignored(data):
    check_beginning(data)
    shape = lengths_of(data)
    pixels = np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3], count=int(np.prod(shape)))
    return pixels.reshape(shape)


@LOAD_IDX.mistake(
    "np.resize makes any file fit: it repeats numbers that are missing and drops those left over. reshape raises the "
    "ValueError that is wanted.",
    "np.resize는 어떤 파일이든 맞춰 버립니다. 모자라는 수는 되풀이하고 남는 수는 버립니다. reshape을 쓰면 필요한 "
    "ValueError가 납니다.",
)
def resized(data):
    check_beginning(data)
    return np.resize(np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]), lengths_of(data))


@LOAD_IDX.mistake(
    "The numbers come out in one long row: give them the shape that the lengths say.",
    "수가 한 줄로 나옵니다. 파일에 적힌 길이대로 shape을 바꾸십시오.",
)
def in_one_row(data):
    check_beginning(data)
    pixels = np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3])
    if pixels.size != np.prod(lengths_of(data)):
        raise ValueError("damaged")
    return pixels


@LOAD_IDX.mistake(
    "Each image is one row: the result must have all axes that the file names, here (N, rows, columns).",
    "이미지마다 한 줄로 폈습니다. 결과에는 파일에 적힌 축이 모두, 곧 (N, 행, 열)이 있어야 합니다.",
)
def images_flattened(data):
    check_beginning(data)
    N, *rest = lengths_of(data)
    pixels = np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3])
    return pixels.reshape(N, int(np.prod(rest))) if rest else pixels.reshape(N)


@LOAD_IDX.mistake(
    "Only the last of the four bytes of a length is read; 300 is 0, 0, 1, 44.",
    "길이의 네 바이트 중 마지막 하나만 읽었습니다. 300은 0, 0, 1, 44입니다.",
)
def one_byte_lengths(data):
    check_beginning(data)
    shape = [data[7 + 4 * i] for i in range(data[3])]
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(shape)


@LOAD_IDX.mistake(
    'The numbers are filled in with the first axis fastest; in the file the last axis runs fastest, so leave out order="F".',
    '첫 축이 가장 빨리 변하도록 채웠습니다. 파일에서는 마지막 축이 가장 빨리 변하므로 order="F"를 빼십시오.',
)
def first_axis_fastest(data):
    check_beginning(data)
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data), order="F")


@LOAD_IDX.mistake(
    "The pixels are divided by 255 already: return the whole numbers as they stand in the file; labels must not be scaled.",
    "픽셀을 벌써 255로 나누었습니다. 파일에 있는 정수 그대로 반환하십시오. 레이블을 나누면 안 됩니다.",
)
def already_scaled(data):
    check_beginning(data)
    return np.frombuffer(data, dtype=np.uint8, offset=4 + 4 * data[3]).reshape(lengths_of(data)) / 255


@SPLIT.mistake(
    "The samples are cut in the order of X, without shuffling. Data are often sorted, and then the test part is of another "
    "kind: draw the order with rng.permutation.",
    "섞지 않고 X의 순서대로 잘랐습니다. 데이터는 정렬되어 있을 때가 많고, 그러면 테스트 부분의 성격이 달라집니다. "
    "rng.permutation으로 순서를 뽑으십시오.",
)
def not_shuffled(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return list(zip(np.split(X, ends), np.split(y, ends), strict=True))


@SPLIT.mistake(
    "The samples are not shuffled: rng is not used at all. Draw the order with rng.permutation, then cut.",
    "샘플을 섞지 않습니다. rng를 전혀 쓰지 않았습니다. rng.permutation으로 순서를 뽑은 다음 자르십시오.",
)
def last_part_from_the_front(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions[::-1]) * len(X)).astype(int)[:-1]
    return list(zip(np.split(X, ends), np.split(y, ends), strict=True))[::-1]


@SPLIT.mistake(
    "X is shuffled, y is not: each image gets the label of another. Use the same row numbers for both.",
    "X만 섞고 y는 섞지 않아서 이미지마다 다른 이미지의 레이블이 붙습니다. 둘에 같은 행 번호를 쓰십시오.",
)
def y_not_shuffled(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return list(zip(np.split(X[rng.permutation(len(X))], ends), np.split(y, ends), strict=True))


@SPLIT.mistake(
    "X and y get an order each, so that the pairs are lost. Draw one order and use it for both.",
    "X와 y를 따로따로 섞어서 짝이 깨졌습니다. 순서를 한 번만 뽑아 둘 다에 쓰십시오.",
)
def shuffled_apart(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return list(zip(np.split(rng.permutation(X), ends), np.split(rng.permutation(y), ends), strict=True))


@SPLIT.mistake(
    "Each size is rounded down and the rest is lost: 53 samples make 31, 10 and 10. Let the last part take what is left.",
    "크기를 모두 내림하고 나머지를 잃어버렸습니다. 샘플 53개가 31, 10, 10개가 됩니다. 남은 것은 마지막 부분에 넣으십시오.",
)
def rows_lost(X, y, fractions, rng):
    order, parts, start = rng.permutation(len(X)), [], 0
    for fraction in fractions:
        rows = order[start : start + int(fraction * len(X))]
        parts.append((X[rows], y[rows]))
        start += len(rows)
    return parts


@SPLIT.mistake(
    "Each size is rounded on its own, and the sum need not be N: 0.6, 0.2 and 0.2 of 52 samples make 31, 10 and 10. Let the "
    "last part take what is left.",
    "크기를 따로따로 반올림해서 합이 N이 아닐 수 있습니다. 샘플 52개의 0.6, 0.2, 0.2는 31, 10, 10개가 됩니다. 남은 것은 마지막 "
    "부분에 넣으십시오.",
)
def rounded_each(X, y, fractions, rng):
    order, parts, start = rng.permutation(len(X)), [], 0
    for fraction in fractions:
        rows = order[start : start + round(fraction * len(X))]
        parts.append((X[rows], y[rows]))
        start += len(rows)
    return parts


@SPLIT.mistake(
    "np.split cuts at each number it is given, so that an empty part is left at the end: leave out the last one, ends[:-1].",
    "np.split은 받은 수마다 자르므로 끝에 빈 부분이 하나 남습니다. 마지막 수를 뺀 ends[:-1]을 주십시오.",
)
def empty_part_at_the_end(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)
    return [(X[rows], y[rows]) for rows in np.split(rng.permutation(len(X)), ends)]


@SPLIT.mistake(
    "There are always two parts: make one for each fraction, however many there are.",
    "언제나 두 부분으로만 나눕니다. 비율이 몇 개든 비율마다 한 부분을 만드십시오.",
)
def always_two_parts(X, y, fractions, rng):
    order, end = rng.permutation(len(X)), int(fractions[0] * len(X))
    return [(X[rows], y[rows]) for rows in (order[:end], order[end:])]


@SPLIT.mistake(
    "Each part is drawn from all samples anew, so that parts overlap: what the network learns would be tested again. Draw one "
    "order and cut it.",
    "부분마다 전체에서 새로 뽑아서 서로 겹칩니다. 배운 샘플로 다시 시험하게 됩니다. 순서를 한 번 뽑아 자르십시오.",
)
def parts_overlap(X, y, fractions, rng):
    parts = []
    for fraction in fractions:
        rows = rng.permutation(len(X))[: round(fraction * len(X))]
        parts.append((X[rows], y[rows]))
    return parts


@SPLIT.mistake(
    "The rows are drawn with replacement: some come twice, others never. rng.permutation gives every row once.",
    "복원 추출해서 어떤 행은 두 번 나오고 어떤 행은 나오지 않습니다. rng.permutation에서는 모든 행이 한 번씩 나옵니다.",
)
def with_replacement(X, y, fractions, rng):
    rows = rng.choice(len(X), len(X))
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return [(X[part], y[part]) for part in np.split(rows, ends)]


@SPLIT.mistake(
    "Every slice begins at 0: the second part holds the first one again. A part begins where the one before it ended.",
    "자를 때 늘 0에서 시작해서 둘째 부분에 첫 부분이 또 들어갑니다. 부분은 앞 부분이 끝난 곳에서 시작합니다.",
)
def always_from_the_start(X, y, fractions, rng):
    order, parts, end = rng.permutation(len(X)), [], 0
    for fraction in fractions:
        end += round(fraction * len(X))
        parts.append((X[order[:end]], y[order[:end]]))
    return parts


@SPLIT.mistake(
    "All parts have the same size: the fractions are not used.",
    "모든 부분의 크기가 같습니다. fractions를 쓰지 않았습니다.",
)
def equal_parts(X, y, fractions, rng):
    return [(X[part], y[part]) for part in np.array_split(rng.permutation(len(X)), len(fractions))]


@SPLIT.mistake(
    "The order comes from NumPy's global generator, np.random; take rng, which the caller has seeded.",
    "순서를 NumPy의 전역 난수 np.random에서 뽑았습니다. 호출한 쪽에서 시드를 정해 준 rng를 쓰십시오.",
)
def global_generator(X, y, fractions, rng):
    order = np.random.permutation(len(X))
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return [(X[part], y[part]) for part in np.split(order, ends)]


@SPLIT.mistake(
    "A generator with a fixed seed is made inside, so that every split is the same. Take the rng that is handed in.",
    "함수 안에서 시드가 고정된 난수 생성기를 새로 만들어 늘 똑같이 나뉩니다. 넘겨받은 rng를 쓰십시오.",
)
def own_seed(X, y, fractions, rng):
    order = np.random.default_rng(0).permutation(len(X))
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return [(X[part], y[part]) for part in np.split(order, ends)]


@SPLIT.mistake(
    "rng.shuffle changes X and y themselves, and the caller's data with them, each in another order. Shuffle row numbers "
    "instead: rng.permutation(len(X)).",
    "rng.shuffle은 X와 y 자체를, 곧 호출한 쪽의 데이터를 서로 다른 순서로 바꿉니다. 대신 행 번호를 섞으십시오. "
    "rng.permutation(len(X))입니다.",
)
def shuffles_the_callers(X, y, fractions, rng):
    rng.shuffle(X)
    rng.shuffle(y)
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    return list(zip(np.split(X, ends), np.split(y, ends), strict=True))


@SPLIT.mistake(
    "The parts stand side by side, X, y, X, y: make a pair of each, [(X, y), (X, y)].",
    "X, y, X, y가 나란히 들어 있습니다. [(X, y), (X, y)]처럼 쌍으로 묶으십시오.",
)
def not_in_pairs(X, y, fractions, rng):
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)[:-1]
    rows = np.split(rng.permutation(len(X)), ends)
    return [half for part in rows for half in (X[part], y[part])]


@ACCURACY.mistake(
    "argmax runs down the columns: it finds the best sample of each class. The best class of each sample needs axis=1.",
    "argmax가 열을 따라가서 클래스마다 가장 높은 샘플을 찾습니다. 샘플마다 가장 높은 클래스를 찾으려면 axis=1입니다.",
)
def along_axis_0(model, X, y):
    return np.mean(model.predict(X).argmax(axis=0) == y)


@ACCURACY.mistake(
    "argmax without an axis gives one number, the place of the highest score of all samples: each sample needs its own, "
    "axis=1.",
    "축이 없는 argmax는 모든 샘플의 점수 중 가장 높은 것의 위치 하나만 냅니다. 샘플마다 구하려면 axis=1입니다.",
)
def argmax_of_all(model, X, y):
    return np.mean(model.predict(X).argmax() == y)


@ACCURACY.mistake(
    "The result is in percent; asked is a share from 0 to 1.", "결과가 퍼센트입니다. 0에서 1까지의 비율이어야 합니다."
)
def in_percent(model, X, y):
    return 100 * np.mean(model.predict(X).argmax(axis=1) == y)


@ACCURACY.mistake(
    "This is how many are right; divide by the number of samples.", "맞힌 개수입니다. 샘플의 수로 나누십시오."
)
def counted(model, X, y):
    return np.sum(model.predict(X).argmax(axis=1) == y)


@ACCURACY.mistake(
    "// divides and rounds down, so that the result is 0 unless every sample is right: write /.",
    "//는 나눈 값을 내림하므로 모두 맞히지 않는 한 0이 됩니다. /로 나누십시오.",
)
def rounded_down(model, X, y):
    return np.sum(model.predict(X).argmax(axis=1) == y) // len(y)


@ACCURACY.mistake(
    "This is the share of wrong answers: == counts the right ones.", "틀린 비율입니다. 맞힌 것은 ==로 셉니다."
)
def share_of_errors(model, X, y):
    return np.mean(model.predict(X).argmax(axis=1) != y)


@ACCURACY.mistake(
    "The highest score itself is compared with the label; argmax gives the number of its column.",
    "가장 높은 점수 자체를 레이블과 비교했습니다. 그 점수가 있는 열의 번호는 argmax로 구합니다.",
)
def score_for_class(model, X, y):
    return np.mean(model.predict(X).max(axis=1) == y)


@ACCURACY.mistake(
    "The model is used as in training, train=True: it then keeps what only backward needs, and other layers of later units "
    "behave differently. Call predict(X).",
    "모델을 학습할 때처럼 train=True로 썼습니다. 그러면 backward에만 필요한 것을 저장하고, 뒤의 단원에 나오는 층은 다르게 "
    "동작합니다. predict(X)를 호출하십시오.",
)
def in_training(model, X, y):
    return np.mean(model.predict(X, train=True).argmax(axis=1) == y)


@ACCURACY.mistake(
    "The mean of the batches' accuracies is taken, but the last batch is smaller and must count less. Add up the right ones "
    "and divide by N.",
    "배치마다 구한 정확도의 평균을 냈습니다. 마지막 배치는 작으므로 그만큼 덜 쳐야 합니다. 맞힌 개수를 모두 더해 N으로 "
    "나누십시오.",
)
def mean_of_batches(model, X, y):
    shares = []
    for start in range(0, len(X), 100):
        batch = slice(start, start + 100)
        shares.append(np.mean(model.predict(X[batch]).argmax(axis=1) == y[batch]))
    return np.mean(shares)


@ACCURACY.mistake("Only the first 100 samples are looked at.", "처음 샘플 100개만 보았습니다.")
def first_hundred(model, X, y):
    return np.mean(model.predict(X[:100]).argmax(axis=1) == y[:100])


def one_step(model, optimizer, X, y, batch):
    loss = model.loss(X[batch], y[batch])
    model.backward()
    optimizer.update(model.params, model.grads)
    return loss


@TRAIN.mistake(
    "The history holds the loss of every step; asked is one number for each epoch, the mean of its losses.",
    "걸음마다의 손실이 모두 들어 있습니다. 에폭마다 하나씩, 그 에폭의 손실 평균을 넣으십시오.",
)
def loss_of_every_step(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            history["loss"].append(one_step(model, optimizer, X, y, order[start : start + size]))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The history holds the accuracy after every step; asked is one number for each epoch, after its last step.",
    "걸음마다의 정확도가 모두 들어 있습니다. 에폭마다 하나씩, 마지막 걸음 뒤에 재십시오.",
)
def accuracy_of_every_step(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            losses.append(one_step(model, optimizer, X, y, order[start : start + size]))
            history["accuracy"].append(accuracy(model, X_val, y_val))
        history["loss"].append(np.mean(losses))
    return history


@TRAIN.mistake(
    "The samples are never shuffled: every epoch has the same batches, in the order of X. Draw an order with rng.permutation "
    "in each epoch.",
    "샘플을 섞지 않아서 에폭마다 X의 순서대로 같은 배치가 나옵니다. 에폭마다 rng.permutation으로 순서를 뽑으십시오.",
)
def never_shuffled(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        losses = [one_step(model, optimizer, X, y, slice(k, k + size)) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The first epoch is not shuffled: draw the order before the batches.",
    "첫 에폭은 섞이지 않습니다. 배치를 만들기 전에 순서를 뽑으십시오.",
)
def shuffled_afterwards(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    order = np.arange(len(X))
    for _ in range(epochs):
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
        order = rng.permutation(len(X))
    return history


@TRAIN.mistake(
    "The order is drawn once, before the epochs, so that each epoch has the same batches. Draw it inside the loop.",
    "에폭을 시작하기 전에 순서를 한 번만 뽑아서 에폭마다 배치가 같습니다. 반복문 안에서 뽑으십시오.",
)
def shuffled_once(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    order = rng.permutation(len(X))
    for _ in range(epochs):
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The accuracy is that on X, which the network has just learnt. Whether it can read new images only X_val tells.",
    "신경망이 방금 배운 X에서 정확도를 쟀습니다. 새로운 이미지를 읽을 수 있는지는 X_val로만 알 수 있습니다.",
)
def accuracy_on_training(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X, y))
    return history


@TRAIN.mistake(
    "The last, smaller batch of an epoch is dropped, so some samples are missing. Slices may run over the end: "
    "range(0, len(X), size) is enough.",
    "에폭의 마지막 작은 배치를 버려서 빠지는 샘플이 있습니다. 슬라이스는 끝을 넘어가도 되므로 range(0, len(X), size)면 됩니다.",
)
def last_batch_lost(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = []
        for step in range(max(len(X) // size, 1)):
            losses.append(one_step(model, optimizer, X, y, order[step * size : step * size + size]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "Only the loss of the last batch of each epoch is kept: one batch says little. Take the mean of all batches.",
    "에폭마다 마지막 배치의 손실만 남겼습니다. 배치 하나로는 알 수 있는 것이 적으니 모든 배치의 평균을 내십시오.",
)
def loss_of_last_batch(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            loss = one_step(model, optimizer, X, y, order[start : start + size])
        history["loss"].append(loss)
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The losses of an epoch are added up; their mean is asked, which does not depend on the number of batches.",
    "한 에폭의 손실을 더하기만 했습니다. 배치의 수에 따라 달라지지 않도록 평균을 내십시오.",
)
def losses_added_up(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, total = rng.permutation(len(X)), 0
        for start in range(0, len(X), size):
            total += one_step(model, optimizer, X, y, order[start : start + size])
        history["loss"].append(total)
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The list of losses is made once and never emptied: later means still hold the losses of earlier epochs. Start a new list "
    "in each epoch.",
    "손실 리스트를 한 번만 만들고 비우지 않아서 뒤의 평균에 앞 에폭의 손실까지 들어갑니다. 에폭마다 새 리스트로 시작하십시오.",
)
def losses_never_reset(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history, losses = {"loss": [], "accuracy": []}, []
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            losses.append(one_step(model, optimizer, X, y, order[start : start + size]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "model.backward() is missing, or comes after the update: the optimizer gets gradients that were never computed. (The stand-in of this check then has "
    'none to hand out: "pop from empty list".)',
    "model.backward()가 빠졌거나 갱신보다 뒤에 있어서 옵티마이저가 계산하지 않은 그래디언트를 받습니다. (이 검사의 대역은 내줄 그래디언트가 없어 "
    '"pop from empty list" 오류를 냅니다.)',
)
def without_backward(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(model.loss(X[batch], y[batch]))
            optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The update stands outside the loop over the batches: the network moves once in an epoch, by its last batch. Indent it one "
    "level deeper.",
    "갱신이 배치 반복문 밖에 있어서 에폭마다 마지막 배치로 한 번만 움직입니다. 한 단계 더 들여 쓰십시오.",
)
def one_update_in_an_epoch(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(model.loss(X[batch], y[batch]))
            model.backward()
        optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The optimizer is never called: the loss is computed again and again, and nothing is learnt.",
    "옵티마이저를 호출하지 않았습니다. 손실만 되풀이해 계산하고 아무것도 배우지 않습니다.",
)
def without_update(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(model.loss(X[batch], y[batch]))
            model.backward()
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The accuracy is measured before the epoch, so that the first number is that of the untrained network and the last epoch "
    "is missing.",
    "정확도를 에폭 앞에서 쟀습니다. 첫 값은 학습하지 않은 신경망의 것이 되고 마지막 에폭은 빠집니다.",
)
def accuracy_too_early(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        history["accuracy"].append(accuracy(model, X_val, y_val))
        order = rng.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
    return history


@TRAIN.mistake(
    "The accuracy is measured once, when all epochs are over; asked is one number for each epoch.",
    "에폭이 모두 끝난 뒤에 정확도를 한 번만 쟀습니다. 에폭마다 하나씩 필요합니다.",
)
def accuracy_at_the_end(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
    history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "X is taken by the shuffled order, y by position: the labels are those of other images. Use the same row numbers for both.",
    "X는 섞은 순서로, y는 자리 순서로 꺼내서 레이블이 다른 이미지의 것입니다. 둘에 같은 행 번호를 쓰십시오.",
)
def labels_in_old_order(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        X_new = X[rng.permutation(len(X))]
        losses = [one_step(model, optimizer, X_new, y, slice(k, k + size)) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The order comes from NumPy's global generator, np.random; take rng, which the caller has seeded.",
    "순서를 NumPy의 전역 난수 np.random에서 뽑았습니다. 호출한 쪽에서 시드를 정해 준 rng를 쓰십시오.",
)
def order_from_elsewhere(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = np.random.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The validation images are learnt too: the accuracy on them then says nothing about new images.",
    "검증 이미지까지 학습했습니다. 그러면 그 정확도로는 새로운 이미지에 대해 아무것도 알 수 없습니다.",
)
def learns_the_validation(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    X_all, y_all = np.concatenate([X, X_val]), np.concatenate([y, y_val])
    for _ in range(epochs):
        order = rng.permutation(len(X_all))
        losses = [one_step(model, optimizer, X_all, y_all, order[k : k + size]) for k in range(0, len(X_all), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "One epoch is missing: range(1, epochs) has epochs - 1 numbers.",
    "에폭이 하나 모자랍니다. range(1, epochs)에는 수가 epochs - 1개 있습니다.",
)
def one_epoch_short(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(1, epochs):
        order = rng.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The return stands inside the loop over the epochs: training ends after the first. Move it out.",
    "return이 에폭 반복문 안에 있어서 첫 에폭에서 학습이 끝납니다. 반복문 밖으로 옮기십시오.",
)
def returns_after_one_epoch(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = [one_step(model, optimizer, X, y, order[k : k + size]) for k in range(0, len(X), size)]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
        return history


@CONFUSION_MATRIX.mistake(
    "Rows and columns are exchanged: row t is the true class, column p the predicted one.",
    "행과 열이 뒤바뀌었습니다. t번 행이 실제 클래스, p번 열이 예측한 클래스입니다.",
)
def transposed_counts(t, p, K):
    counts = np.zeros((K, K), dtype=int)
    np.add.at(counts, (p, t), 1)
    return counts


@CONFUSION_MATRIX.mistake(
    "counts[t, p] += 1 writes each place once, however often a pair occurs: repeated pairs are lost. Use np.add.at or a loop.",
    "counts[t, p] += 1은 짝이 몇 번 나오든 자리마다 한 번만 씁니다. 되풀이된 짝이 사라집니다. np.add.at이나 반복문을 쓰십시오.",
)
def repeats_lost(t, p, K):
    counts = np.zeros((K, K), dtype=int)
    counts[t, p] += 1
    return counts


@CONFUSION_MATRIX.mistake(
    "The size is taken from the largest label that occurs; it is K, also where the last classes are absent.",
    "나온 레이블 중 가장 큰 값으로 크기를 정했습니다. 마지막 클래스가 나오지 않아도 크기는 K입니다.",
)
def size_of_largest(t, p, K):
    K = max(t.max(), p.max()) + 1
    return np.bincount(t * K + p, minlength=K * K).reshape(K, K)


@CONFUSION_MATRIX.mistake(
    "Only classes that occur get a row: np.unique leaves out the others. The matrix is (K, K).",
    "나온 클래스에만 행이 있습니다. np.unique에는 나머지가 빠집니다. 행렬은 (K, K)입니다.",
)
def classes_that_occur(t, p, K):
    classes = np.unique(np.concatenate([t, p]))
    return np.array([[np.sum((t == i) & (p == j)) for j in classes] for i in classes])


@CONFUSION_MATRIX.mistake(
    "The rows are divided by their sums; asked are the counts.",
    "행을 합으로 나누었습니다. 나누지 않은 횟수가 필요합니다.",
)
def shares_of_rows(t, p, K):
    counts = np.zeros((K, K))
    np.add.at(counts, (t, p), 1)
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


@CONFUSION_MATRIX.mistake(
    "Only errors are counted; the right answers belong on the diagonal.",
    "틀린 것만 셌습니다. 맞힌 것은 대각선에 들어갑니다.",
)
def errors_only(t, p, K):
    counts = np.zeros((K, K), dtype=int)
    for i, j in zip(t, p, strict=True):
        if i != j:
            counts[i, j] += 1
    return counts


@CONFUSION_MATRIX.mistake(
    "Only right answers are counted; where t and p differ, the pair belongs beside the diagonal.",
    "맞힌 것만 셌습니다. t와 p가 다르면 그 쌍은 대각선 밖에 들어갑니다.",
)
def hits_only(t, p, K):
    return np.diag([np.sum((t == k) & (p == k)) for k in range(K)])


@CONFUSION_MATRIX.mistake(
    "counts[t][p] adds to a copy: counts[t] with an array t is a new array, and counts stays 0.",
    "counts[t][p]는 복사본에 더합니다. t가 배열이면 counts[t]는 새 배열이라서 counts는 0인 채로 남습니다.",
)
def adds_to_a_copy(t, p, K):
    counts = np.zeros((K, K), dtype=int)
    counts[t][p] += 1
    return counts


@CONFUSION_MATRIX.mistake(
    "[[0] * K] * K holds one and the same row K times, so every pair is counted in all rows: use np.zeros((K, K)).",
    "[[0] * K] * K에는 같은 행 하나가 K번 들어 있어서 짝마다 모든 행에서 세게 됩니다. np.zeros((K, K))를 쓰십시오.",
)
def one_row_for_all(t, p, K):
    counts = [[0] * K] * K
    for true, predicted in zip(t, p, strict=True):
        counts[true][predicted] += 1
    return np.array(counts)


@BUILD_MODEL.mistake("The network is returned untrained.", "신경망을 학습시키지 않고 반환했습니다.", named=False)
def untrained(X, y, rng):
    return TwoLayerNet(64, 200, 10, rng)


@BUILD_MODEL.mistake(
    "The digits of the course are learnt instead of the images and labels that are handed in: the check has given the classes "
    "other names.",
    "넘겨받은 이미지와 레이블이 아니라 강의의 숫자 데이터를 학습했습니다. 검사에서는 클래스의 이름을 바꾸어 둡니다.",
    named=False,
)
def learns_other_data(X, y, rng):
    X, y = data.digits()
    model = TwoLayerNet(64, 50, 10, rng)
    train(model, Adam(0.01), X, y, X[:10], y[:10], 2, 64, rng)
    return model


@BUILD_MODEL.mistake(
    "One epoch is too short: the loss is still falling.",
    "에폭 하나로는 모자랍니다. 손실이 아직 줄어드는 중입니다.",
    named=False,
)
def one_epoch(X, y, rng):
    model = TwoLayerNet(64, 50, 10, rng)
    train(model, Adam(0.001), X, y, X[:10], y[:10], 1, 64, rng)
    return model


@BUILD_MODEL.mistake(
    "The learning rate is far too large: the units of the hidden layer die in the first steps.",
    "학습률이 너무 큽니다. 은닉층의 유닛이 처음 몇 걸음 만에 죽습니다.",
    named=False,
)
def rate_too_large(X, y, rng):
    model = TwoLayerNet(64, 50, 10, rng)
    train(model, Adam(10.0), X, y, X[:10], y[:10], 3, 64, rng)
    return model


@BUILD_MODEL.mistake(
    "The labels are shuffled apart from the images, so that there is nothing to learn.",
    "레이블을 이미지와 따로 섞어서 배울 것이 없습니다.",
    named=False,
)
def labels_shuffled(X, y, rng):
    model = TwoLayerNet(64, 50, 10, rng)
    train(model, Adam(0.01), X, rng.permutation(y), X[:10], y[:10], 3, 64, rng)
    return model


@BUILD_MODEL.mistake(
    "All weights start at 0: every hidden unit gets the same gradient, and the network stays as good as one unit.",
    "가중치를 모두 0에서 시작했습니다. 은닉 유닛이 모두 같은 그래디언트를 받아 유닛 하나와 다를 것이 없습니다.",
    named=False,
)
def weights_of_zero(X, y, rng):
    model = TwoLayerNet(64, 50, 10, rng)
    for p in model.params:
        p[...] = 0
    train(model, Adam(0.01), X, y, X[:10], y[:10], 3, 64, rng)
    return model


@BUILD_MODEL.mistake(
    "Only a hundred images are learnt; take all that are handed in.",
    "이미지를 백 장만 학습했습니다. 넘겨받은 것을 모두 쓰십시오.",
    named=False,
)
def hundred_images(X, y, rng):
    model = TwoLayerNet(64, 100, 10, rng)
    train(model, Adam(0.01), X[:100], y[:100], X[:10], y[:10], 30, 50, rng)
    return model
