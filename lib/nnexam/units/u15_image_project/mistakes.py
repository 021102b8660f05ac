"""u15_image_project: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use the names
accuracy, data, SimpleConvNet and Adam: a notebook has them.
"""

import numpy as np
from nnlab import data
from nnref.cnn import SimpleConvNet
from nnref.evaluation import accuracy
from nnref.optimizers import Adam

from .exercises import AUGMENT, ROBUST_MODEL, SALIENCY, TRAIN


def one_step(model, optimizer, x, t):
    loss = model.loss(x, t)
    model.backward()
    optimizer.update(model.params, model.grads)
    return loss


def changed(x, rng, change):
    return x if change is None else change(x, rng)


@TRAIN.mistake(
    "The validation images are changed, too. They stand for the images that the network will meet, so measure on X_val as it "
    "is.",
    "검증 이미지까지 바꾸었습니다. 검증 이미지는 신경망이 앞으로 만날 이미지를 대신하므로 X_val을 그대로 두고 재십시오.",
)
def augments_validation(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, changed(X_val, rng, change), y_val))
    return history


@TRAIN.mistake(
    "The images are changed once, before the epochs: the network sees the same changed images again and again. Call change in "
    "the loop, for each batch.",
    "에폭을 시작하기 전에 한 번만 바꾸어서, 신경망이 똑같이 바뀐 이미지를 되풀이해 봅니다. 반복문 안에서 배치마다 change를 호출하십시오.",
)
def changed_once(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    x = changed(X, rng, change)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        batches = [order[k : k + size] for k in range(0, len(X), size)]
        losses = [one_step(model, optimizer, x[batch], y[batch]) for batch in batches]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "change is never called: the images are learnt as they are.",
    "change를 호출하지 않아 이미지를 그대로 학습합니다.",
)
def change_ignored(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        batches = [order[k : k + size] for k in range(0, len(X), size)]
        losses = [one_step(model, optimizer, X[batch], y[batch]) for batch in batches]
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "change is called although it is None, which raises TypeError: 'NoneType' object is not callable. Without a change the "
    "batch is learnt as it is.",
    "change가 None인데도 호출해서 TypeError: 'NoneType' object is not callable이 납니다. change가 없으면 배치를 그대로 학습하십시오.",
)
def none_called(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(one_step(model, optimizer, change(X[batch], rng), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The changed batch is written back into X, so that the changes pile up from epoch to epoch, in the caller's images. Keep "
    "it in a name of its own.",
    "바꾼 배치를 X에 다시 써서, 호출한 쪽의 이미지에 에폭마다 변화가 쌓입니다. 다른 이름에 담으십시오.",
)
def changes_pile_up(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            X[batch] = changed(X[batch], rng, change)
            losses.append(one_step(model, optimizer, X[batch], y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "A generator without a seed is made inside, so that no training can be repeated. Everything random must come from the rng "
    "that is handed in.",
    "함수 안에서 시드 없는 난수 생성기를 새로 만들어, 학습을 다시 해 볼 수 없습니다. 무작위인 것은 모두 넘겨받은 rng에서 뽑으십시오.",
)
def no_seed(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    rng = np.random.default_rng()
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "A generator with a fixed seed is made inside: every training is the same, whatever rng the caller hands in.",
    "함수 안에서 시드가 고정된 난수 생성기를 만들어, 어떤 rng를 넘겨도 늘 똑같이 학습합니다.",
)
def own_seed(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    rng = np.random.default_rng(0)
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The order comes from rng, but change gets a new generator without a seed. Hand rng on: change(x, rng).",
    "순서는 rng에서 뽑았지만 change에는 시드 없는 새 생성기를 넘겼습니다. change(x, rng)처럼 rng를 그대로 넘기십시오.",
)
def change_without_seed(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            x = changed(X[batch], np.random.default_rng(), change)
            losses.append(one_step(model, optimizer, x, y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "change gets a generator with a fixed seed; hand rng on.",
    "change에 시드가 고정된 난수 생성기를 넘겼습니다. rng를 넘기십시오.",
)
def change_with_fixed_seed(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            x = changed(X[batch], np.random.default_rng(0), change)
            losses.append(one_step(model, optimizer, x, y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The images are never shuffled: every epoch has the same batches, in the order of X. Draw an order with rng.permutation in "
    "each epoch.",
    "이미지를 섞지 않아서 에폭마다 X의 순서대로 같은 배치가 나옵니다. 에폭마다 rng.permutation으로 순서를 뽑으십시오.",
)
def never_shuffled(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        losses = []
        for start in range(0, len(X), size):
            x = changed(X[start : start + size], rng, change)
            losses.append(one_step(model, optimizer, x, y[start : start + size]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The labels are cut in the order of y, the images in the new order: take y[batch], with the same numbers.",
    "레이블은 y의 순서대로, 이미지는 새 순서로 잘랐습니다. 같은 번호로 y[batch]를 꺼내십시오.",
)
def labels_left_behind(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            x = changed(X[order[start : start + size]], rng, change)
            losses.append(one_step(model, optimizer, x, y[start : start + size]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The last, smaller batch of an epoch is dropped, so some images are missing. Slices may run over the end: range(0, len(X), "
    "size) is enough.",
    "에폭의 마지막 작은 배치를 버려서 빠지는 이미지가 있습니다. 슬라이스는 끝을 넘어가도 되므로 range(0, len(X), size)면 됩니다.",
)
def last_batch_lost(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for step in range(max(len(X) // size, 1)):
            batch = order[step * size : step * size + size]
            losses.append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The optimizer is called before backward, when there are no gradients yet: the order is loss, backward, update.",
    "backward보다 먼저 옵티마이저를 불렀습니다. 그때는 그래디언트가 아직 없습니다. 순서는 loss, backward, update입니다.",
)
def update_before_backward(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(model.loss(changed(X[batch], rng, change), y[batch]))
            optimizer.update(model.params, model.grads)
            model.backward()
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "change is called without rng: it takes the batch and the generator, change(X[batch], rng).",
    "change를 rng 없이 불렀습니다. 배치와 난수 생성기를 함께 받습니다. change(X[batch], rng)입니다.",
)
def change_without_rng(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            x = X[batch] if change is None else change(X[batch])
            losses.append(one_step(model, optimizer, x, y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@TRAIN.mistake(
    "The accuracy is that on X, which the network has just learnt. Whether it can read new images only X_val tells.",
    "신경망이 방금 배운 X에서 정확도를 쟀습니다. 새로운 이미지를 알아보는지는 X_val로만 알 수 있습니다.",
)
def accuracy_on_training(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X, y))
    return history


@TRAIN.mistake(
    "The history holds the loss of every step; asked is one number for each epoch, the mean of its losses.",
    "걸음마다의 손실이 모두 들어 있습니다. 에폭마다 하나씩, 그 에폭의 손실 평균을 넣으십시오.",
)
def loss_of_every_step(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            history["loss"].append(one_step(model, optimizer, changed(X[batch], rng, change), y[batch]))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


@SALIENCY.mistake(
    "This is the gradient of the loss. It mixes in the scores of all classes and fades where the network is sure; asked is "
    "that of score k: start with a 1 in column k and go back through the layers.",
    "손실의 그래디언트입니다. 모든 클래스의 점수가 섞이고, 신경망이 확신하는 곳에서는 작아집니다. 점수 k의 그래디언트가 필요하니, "
    "k번 열에 1을 두고 층을 거꾸로 지나가십시오.",
)
def gradient_of_loss(model, x, k):
    model.loss(x, k)
    return np.abs(model.backward()).max(axis=1)


@SALIENCY.mistake(
    "dout is the softmax minus one-hot, which belongs to the loss. For score k it is 1 in column k and 0 elsewhere.",
    "dout이 소프트맥스에서 원-핫을 뺀 것인데, 이것은 손실에 쓰는 것입니다. 점수 k에는 k번 열이 1이고 나머지는 0입니다.",
)
def softmax_minus_one_hot(model, x, k):
    scores = model.predict(x)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    d = e / e.sum(axis=1, keepdims=True)
    d[np.arange(len(x)), k] -= 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "The maps of all images are added up. Each image has its own: only the axis of the channels goes, axis 1.",
    "모든 이미지의 지도를 더했습니다. 이미지마다 지도가 따로 있습니다. 없어지는 것은 채널의 축, 곧 1번 축뿐입니다.",
)
def summed_over_batch(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).sum(axis=0).max(axis=0)


@SALIENCY.mistake(
    "The maximum is taken before the absolute value: a strong negative channel loses to a weak positive one. First np.abs, "
    "then max.",
    "절댓값보다 최댓값을 먼저 구해서, 음수로 강한 채널이 약한 양수 채널에 밀립니다. np.abs 다음에 max입니다.",
)
def sign_lost(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d.max(axis=1))


@SALIENCY.mistake(
    "There is no absolute value: a pixel that lowers the score strongly matters as much as one that raises it.",
    "절댓값이 빠졌습니다. 점수를 크게 낮추는 픽셀도 크게 높이는 픽셀만큼 중요합니다.",
)
def no_absolute_value(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return d.max(axis=1)


@SALIENCY.mistake(
    "The channels are added up, so that opposite signs cancel. Take the largest absolute value of them.",
    "채널을 더해서 부호가 반대인 값이 서로 지워집니다. 절댓값이 가장 큰 것을 고르십시오.",
)
def channels_added(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d.sum(axis=1))


@SALIENCY.mistake(
    "The absolute values of the channels are added up; asked is the largest of them.",
    "채널의 절댓값을 모두 더했습니다. 그 가운데 가장 큰 값이어야 합니다.",
)
def sizes_added(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).sum(axis=1)


@SALIENCY.mistake(
    "This is the length of the three derivatives, the root of the sum of squares; asked is the largest absolute value.",
    "세 미분의 길이, 곧 제곱합의 제곱근입니다. 절댓값 가운데 가장 큰 값이어야 합니다.",
)
def length_of_channels(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.sqrt((d**2).sum(axis=1))


@SALIENCY.mistake(
    "The map is divided by its largest value: that is for drawing. Asked are the derivatives as they are.",
    "맵을 최댓값으로 나누었습니다. 그것은 그림을 그릴 때 하는 일이고, 여기서는 미분값을 그대로 반환합니다.",
)
def scaled_to_one(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    d = np.abs(d).max(axis=1)
    return d / d.max()


@SALIENCY.mistake(
    "backward goes through the layers from front to back; the gradient of a score meets the last layer first: reversed.",
    "역전파를 앞 계층에서 뒤로 했습니다. 점수의 그래디언트는 마지막 계층부터 지납니다. reversed를 쓰십시오.",
)
def front_to_back(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in model.layers:
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "dout holds the score itself in column k; the derivative of a score by itself is 1.",
    "dout의 k번 열에 점수를 넣었습니다. 점수를 그 점수로 미분하면 1입니다.",
)
def score_for_one(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = scores[np.arange(len(x)), k]
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "dout[k] = 1 fills the rows k; a row is an image, a column a class: dout[np.arange(N), k] = 1.",
    "dout[k] = 1은 k번 행을 채웁니다. 행은 이미지이고 열이 클래스입니다. dout[np.arange(N), k] = 1로 쓰십시오.",
)
def rows_of_k(model, x, k):
    d = np.zeros_like(model.predict(x))
    d[k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "The mean of the channels is taken; asked is the largest of them.",
    "채널의 평균을 냈습니다. 가장 큰 값이어야 합니다.",
)
def mean_of_channels(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).mean(axis=1)


@SALIENCY.mistake(
    "dout[:, k] = 1 puts a 1 into all the columns of k in every row: each image gets the classes of the others, too. Pair "
    "row n with k[n]: dout[np.arange(N), k] = 1.",
    "dout[:, k] = 1은 모든 행에서 k에 나오는 열을 전부 1로 만들어, 이미지마다 다른 이미지의 클래스까지 들어갑니다. n번 행과 k[n]을 "
    "짝지어 dout[np.arange(N), k] = 1로 쓰십시오.",
)
def all_columns_of_k(model, x, k):
    d = np.zeros_like(model.predict(x))
    d[:, k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "dout is 1 everywhere: that is the gradient of the sum of all scores, and k is not used.",
    "dout이 모두 1입니다. 모든 점수의 합에 대한 그래디언트이고 k를 쓰지 않았습니다.",
)
def all_scores(model, x, k):
    d = np.ones_like(model.predict(x))
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "The class with the highest score is asked about, whatever k says.",
    "k와 관계없이 점수가 가장 높은 클래스에 대해 구했습니다.",
)
def predicted_class(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), scores.argmax(axis=1)] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d).max(axis=1)


@SALIENCY.mistake(
    "The gradient is multiplied by the image: then dark pixels never count. Asked is the gradient alone.",
    "그래디언트에 이미지를 곱했습니다. 그러면 어두운 픽셀은 늘 빠집니다. 그래디언트만 필요합니다.",
)
def times_the_image(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d * x).max(axis=1)


@SALIENCY.mistake(
    "The channels are still there: the result is (N, C, H, W). Take the maximum along axis 1.",
    "채널이 남아 결과의 shape이 (N, C, H, W)입니다. 1번 축을 따라 최댓값을 구하십시오.",
)
def channels_left(model, x, k):
    scores = model.predict(x)
    d = np.zeros_like(scores)
    d[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        d = layer.backward(d)
    return np.abs(d)


@SALIENCY.mistake(
    "The image itself is shown, not the gradient: go back through model.layers.",
    "그래디언트가 아니라 이미지 자체입니다. model.layers를 거꾸로 지나가십시오.",
)
def the_image_itself(model, x, k):
    return np.abs(x).max(axis=1)


@AUGMENT.mistake(
    "The images are turned upside down, too: a triangle on its point is a shape that the test never shows. Mirror left and "
    "right only, the last axis.",
    "이미지를 위아래로도 뒤집었습니다. 거꾸로 선 삼각형은 시험에 나오지 않습니다. 마지막 축, 곧 왼쪽과 오른쪽만 뒤집으십시오.",
)
def upside_down(x, rng):
    out = x.copy()
    for n in range(len(x)):
        out[n] = out[n, rng.permutation(3)][:, ::-1] * rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "Noise is added to the pixels, so that channels are no longer one number times the old ones. Only the three changes are "
    "asked.",
    "픽셀에 잡음을 더해서, 채널이 원래 채널에 수 하나를 곱한 것이 아니게 되었습니다. 세 가지로만 바꾸십시오.",
)
def noise_added(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return (out + rng.normal(0, 0.05, x.shape)).astype(x.dtype)


@AUGMENT.mistake(
    "One change is drawn for the whole batch: all images are mirrored or none, and all get the same order. Draw for each image.",
    "배치 전체에 변화를 하나만 뽑아서, 이미지가 모두 뒤집히거나 모두 그대로이고 채널 순서도 모두 같습니다. 이미지마다 뽑으십시오.",
)
def one_for_the_batch(x, rng):
    out = x[:, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return (out[..., ::-1] if rng.random() < 0.5 else out).astype(x.dtype)


@AUGMENT.mistake(
    "rng.permutation(x) puts the images of the batch into another order, away from their labels. The order of the channels "
    "is asked, within each image.",
    "rng.permutation(x)는 배치 안의 이미지 순서를 섞어 레이블과 짝이 맞지 않게 합니다. 이미지마다 그 안의 채널 순서를 섞으십시오.",
)
def images_shuffled(x, rng):
    out = rng.permutation(x)
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] *= rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "x itself is changed: the next epoch begins with images that are changed already. Work on x.copy().",
    "x 자체를 바꾸어서, 다음 에폭은 이미 바뀐 이미지로 시작합니다. x.copy()에서 작업하십시오.",
)
def changes_x(x, rng):
    for n in range(len(x)):
        if rng.random() < 0.5:
            x[n] = x[n, :, :, ::-1].copy()
        x[n] = x[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return x


@AUGMENT.mistake(
    "The result is float64 although x is float32: rng.uniform gives float64, and a product with it, too. Then the network "
    "computes twice as slowly. Fill a copy of x, or use astype(x.dtype).",
    "x가 float32인데 결과가 float64입니다. rng.uniform의 결과가 float64라서 곱한 것도 그렇습니다. 그러면 신경망의 계산이 두 배쯤 느려집니다. "
    "x의 복사본을 채우거나 astype(x.dtype)을 쓰십시오.",
)
def always_float64(x, rng):
    out = []
    for image in x:
        image = image[rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
        out.append(image[:, :, ::-1] if rng.random() < 0.5 else image)
    return np.array(out)


@AUGMENT.mistake(
    "All three channels are multiplied by the same number: an orange shape becomes darker, but stays orange. Draw one for each "
    "channel.",
    "세 채널에 같은 수를 곱했습니다. 주황색은 어두워질 뿐 그대로 주황색입니다. 채널마다 따로 뽑으십시오.",
)
def one_gain(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1)
    return out


@AUGMENT.mistake(
    "The channels are not multiplied by anything: each gets a number of its own from 0.5 to 1.",
    "채널에 아무 수도 곱하지 않았습니다. 채널마다 0.5에서 1까지의 수를 따로 뽑아 곱하십시오.",
)
def not_dimmed(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)]
    return out


@AUGMENT.mistake(
    "The numbers for the channels are drawn once, before the loop: every image needs its own.",
    "채널에 곱할 수를 반복문 앞에서 한 번만 뽑았습니다. 이미지마다 따로 뽑으십시오.",
)
def one_gain_for_the_batch(x, rng):
    out, gains = x.copy(), rng.uniform(0.5, 1, (3, 1, 1))
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)] * gains
    return out


@AUGMENT.mistake(
    "Only the first image is changed: return stands inside the loop and ends it. Move it to the left.",
    "첫 이미지만 바뀌었습니다. return이 반복문 안에 있어 거기서 끝납니다. 들여쓰기를 줄이십시오.",
)
def returns_too_early(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
        return out


@AUGMENT.mistake(
    "A generator with a fixed seed is made inside: every call changes the images in the same way. Use the rng handed in.",
    "시드를 고정한 난수 생성기를 안에서 만들었습니다. 부를 때마다 똑같이 바뀝니다. 인수로 받은 rng를 쓰십시오.",
)
def fixed_seed(x, rng):
    rng = np.random.default_rng(0)
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "The channels keep their order.",
    "채널의 순서가 그대로입니다.",
)
def order_kept(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] *= rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "No image is mirrored.",
    "좌우로 뒤집은 이미지가 없습니다.",
)
def never_mirrored(x, rng):
    out = x.copy()
    for n in range(len(x)):
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "Every image is mirrored. Then the network sees only mirrored images; about half should be.",
    "모든 이미지를 뒤집었습니다. 그러면 신경망은 뒤집힌 이미지만 봅니다. 절반쯤만 뒤집으십시오.",
)
def always_mirrored(x, rng):
    out = x[..., ::-1].copy()
    for n in range(len(x)):
        out[n] = out[n, rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "rng.integers(3, size=3) draws channels with repetition, so that some come twice and others are lost. rng.permutation(3) "
    "is an order.",
    "rng.integers(3, size=3)은 채널을 중복해서 뽑아 두 번 나오거나 사라지는 채널이 있습니다. 순서는 rng.permutation(3)입니다.",
)
def channels_repeated(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, rng.integers(3, size=3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "The random numbers come from np.random, whose seed the caller does not know. Use rng.",
    "호출한 쪽에서 시드를 정할 수 없는 np.random에서 난수를 뽑았습니다. rng를 쓰십시오.",
)
def global_generator(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if np.random.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
        out[n] = out[n, np.random.permutation(3)] * np.random.uniform(0.5, 1, (3, 1, 1))
    return out


@AUGMENT.mistake(
    "Nothing is changed: the result is x.",
    "아무것도 바뀌지 않았습니다. 결과가 x 그대로입니다.",
)
def unchanged(x, rng):
    return x.copy()


def network(rng):
    return SimpleConvNet((3, 32, 32), 6, rng, filters=8, size=5, stride=2, pad=2, hidden=32)


def learn(model, X, y, epochs, rng, change=None, lr=0.003):
    optimizer = Adam(lr)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 20):
            batch = order[start : start + 20]
            one_step(model, optimizer, changed(X[batch], rng, change), y[batch])
    return model


@ROBUST_MODEL.mistake(
    "The network is trained on the images as they are: it learns the colours, which the hidden images lack.",
    "이미지를 그대로 학습시켰습니다. 신경망은 색을 배우는데, 숨긴 이미지에서는 색이 도움이 되지 않습니다.",
    named=False,
)
def learns_the_colours(X, y, rng):
    return learn(network(rng), X, y, 3, rng)


def mirror(x, rng):
    out = x.copy()
    for n in range(len(x)):
        if rng.random() < 0.5:
            out[n] = out[n, :, :, ::-1]
    return out


@ROBUST_MODEL.mistake(
    "The images are mirrored only, and the colours still tell the class.",
    "이미지를 좌우로 뒤집기만 해서 색이 여전히 클래스를 알려 줍니다.",
    named=False,
)
def mirrors_only(X, y, rng):
    return learn(network(rng), X, y, 3, rng, mirror)


@ROBUST_MODEL.mistake("The network is returned untrained.", "신경망을 학습시키지 않고 반환했습니다.", named=False)
def untrained(X, y, rng):
    return network(rng)


@ROBUST_MODEL.mistake(
    "Images that the course draws are learnt instead of those that are handed in: the check has given the classes other names.",
    "넘겨받은 이미지가 아니라 강의에서 그린 이미지를 학습했습니다. 검사에서는 클래스의 이름을 바꾸어 둡니다.",
    named=False,
)
def learns_other_images(X, y, rng):
    return learn(network(rng), *data.shapes(200, np.random.default_rng(0)), 5, rng)


@ROBUST_MODEL.mistake(
    "The labels are shuffled apart from the images, so that there is nothing to learn.",
    "레이블을 이미지와 따로 섞어서 배울 것이 없습니다.",
    named=False,
)
def labels_shuffled(X, y, rng):
    return learn(network(rng), X, rng.permutation(y), 2, rng)


def reorder(x, rng):
    return np.stack([image[rng.permutation(3)] for image in x])


@ROBUST_MODEL.mistake(
    "The learning rate is far too large: the units of the hidden layer die in the first steps.",
    "학습률이 너무 큽니다. 은닉층의 유닛이 처음 몇 걸음 만에 죽습니다.",
    named=False,
)
def rate_too_large(X, y, rng):
    return learn(network(rng), X, y, 2, rng, reorder, lr=10.0)
