"""u10_sobel: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use the names
of earlier exercises, filter2d and sobel: in a notebook they are the student's.
"""

import numpy as np
from nnref.filters import filter2d, sobel

from .exercises import EDGES, FILTER2D, GAUSSIAN_KERNEL, SOBEL, TO_GRAY


@TO_GRAY.mistake(
    "This is the plain mean of the three channels. The eye sees green as brighter than blue: weight them with 0.299, "
    "0.587 and 0.114.",
    "세 채널의 단순 평균입니다. 눈에는 초록이 파랑보다 밝게 보입니다. 0.299, 0.587, 0.114를 곱해 더하십시오.",
)
def plain_mean(img):
    return img.mean(axis=0)


@TO_GRAY.mistake(
    "Bytes are added as bytes: 255 + 255 becomes 254 in uint8. And a mean weights all channels alike; turn img into floats "
    "and take the weights 0.299, 0.587 and 0.114.",
    "바이트를 바이트인 채로 더했습니다. uint8에서는 255 + 255가 254가 됩니다. 평균은 모든 채널의 무게가 같기도 합니다. "
    "img를 실수로 바꾸고 0.299, 0.587, 0.114를 곱해 더하십시오.",
)
def mean_of_bytes(img):
    return (img[0] + img[1] + img[2]) / 3


@TO_GRAY.mistake(
    "The channels are looked for on the last axis; img is (3, H, W), so red is img[0], not img[..., 0].",
    "채널을 마지막 축에서 찾았습니다. img는 (3, H, W)이므로 빨강은 img[..., 0]이 아니라 img[0]입니다.",
)
def channels_last(img):
    return 0.299 * img[..., 0] + 0.587 * img[..., 1] + 0.114 * img[..., 2]


@TO_GRAY.mistake(
    "The weights come in the order blue, green, red: 0.299 belongs to red, img[0].",
    "가중치가 파랑, 초록, 빨강 순서입니다. 0.299는 빨강인 img[0]의 가중치입니다.",
)
def blue_first(img):
    return 0.114 * img[0] + 0.587 * img[1] + 0.299 * img[2]


@TO_GRAY.mistake(
    "The grey values are turned back into the dtype of img: in bytes 107.4 becomes 107. Return floats.",
    "회색값을 img의 dtype으로 되돌렸습니다. 바이트로는 107.4가 107이 됩니다. 실수를 반환하십시오.",
)
def back_to_bytes(img):
    return (0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]).astype(img.dtype)


@TO_GRAY.mistake(
    "The grey values are divided by 255: they keep the units of img, so white bytes give 255.0.",
    "밝기를 255로 나누었습니다. img의 단위를 그대로 쓰므로 흰 바이트의 결과는 255.0입니다.",
)
def divided_by_255(img):
    return (0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]) / 255


@TO_GRAY.mistake(
    "The weights multiply img itself (*=): the caller's picture is changed, and bytes refuse floats with an error. "
    "Work on a new array.",
    "가중치를 img 자체에 곱했습니다(*=). 호출한 쪽의 그림이 바뀌고, 바이트라면 실수를 담지 못해 오류가 납니다. 새 배열에 "
    "계산하십시오.",
)
def weighs_in_place(img):
    img *= np.array([0.299, 0.587, 0.114])[:, None, None]
    return img.sum(axis=0)


def slide(img, k):
    """Filter an image without padding, as it should be."""
    H, W = img.shape[0] - k.shape[0] + 1, img.shape[1] - k.shape[1] + 1
    out = np.zeros((H, W))
    for u in range(k.shape[0]):
        for v in range(k.shape[1]):
            out += k[u, v] * img[u : u + H, v : v + W]
    return out


@FILTER2D.mistake(
    "The kernel is flipped in both directions. A filter in a neural network lies on the image as it stands: out[i, j] "
    "takes k[0, 0] times the top left pixel of the window.",
    "커널을 상하좌우로 뒤집었습니다. 신경망에서는 커널을 있는 그대로 이미지에 놓습니다. out[i, j]에는 k[0, 0]과 윈도우의 왼쪽 "
    "위 픽셀을 곱한 값이 들어갑니다.",
)
def flipped_kernel(img, k, pad):
    return slide(np.pad(img, pad), k[::-1, ::-1])


@FILTER2D.mistake(
    "The kernel is flipped from left to right. A filter in a neural network lies on the image as it stands: leave k as it is.",
    "커널을 좌우로 뒤집었습니다. 신경망에서는 커널을 있는 그대로 이미지에 놓습니다. k를 뒤집지 마십시오.",
)
def flipped_sideways(img, k, pad):
    return slide(np.pad(img, pad), k[:, ::-1])


@FILTER2D.mistake(
    "The kernel is transposed: its rows lie along the columns of the image. With a kernel that is not square even the shapes "
    "disagree. u counts rows in k and in the window, v columns.",
    "커널이 전치되었습니다. 커널의 행이 이미지의 열 방향으로 놓였습니다. 정사각형이 아닌 커널이면 shape부터 어긋납니다. k에서도 "
    "윈도우에서도 u는 행, v는 열의 번호입니다.",
)
def transposed_kernel(img, k, pad):
    return slide(np.pad(img, pad), k.T)


@FILTER2D.mistake(
    "Rows and columns of the image are exchanged: img.shape is (H, W), rows first.",
    "이미지의 행과 열을 바꾸어 읽었습니다. img.shape은 (H, W)이고 행의 수가 먼저입니다.",
)
def height_for_width(img, k, pad):
    W, H = img.shape
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((H + 2 * pad - kh + 1, W + 2 * pad - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "kh and kw are exchanged: k.shape is (kh, kw), rows first. With a square kernel nobody notices.",
    "kh와 kw를 바꾸어 읽었습니다. k.shape은 (kh, kw)이고 행의 수가 먼저입니다. 정사각형 커널에서는 드러나지 않습니다.",
)
def kernel_height_for_width(img, k, pad):
    kw, kh = k.shape
    padded = np.pad(img, pad)
    H, W = padded.shape
    out = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "The result is made as large as img: a window fits at H + 2 pad − kh + 1 places only, and beyond them it is cut off.",
    "결과를 img와 같은 크기로 만들었습니다. 윈도우가 들어가는 자리는 H + 2 pad − kh + 1개뿐이고, 그 밖에서는 윈도우가 잘립니다.",
)
def as_large_as_img(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros(img.shape)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "The windows are cut out of img, not out of the padded image: at the border they are too small.",
    "윈도우를 0을 두른 이미지가 아니라 img에서 잘라 냈습니다. 가장자리에서 윈도우가 작아집니다.",
)
def windows_of_img(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(img[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "The size of the result is computed from img without the zeros: there are H + 2 pad − kh + 1 rows, columns likewise.",
    "결과의 크기를 0을 두르기 전의 img로 계산했습니다. 행은 H + 2 pad − kh + 1개이고 열도 마찬가지입니다.",
)
def size_without_pad(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((img.shape[0] - kh + 1, img.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "The products of a window are not added up: window * k is a table, and one number belongs into out[i, j] (np.sum).",
    "윈도우의 곱을 더하지 않았습니다. 윈도우 * k는 표이고, out[i, j]에는 수 하나가 들어갑니다(np.sum).",
)
def sum_missing(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = padded[i : i + kh, j : j + kw] * k
    return out


@FILTER2D.mistake(
    "window @ k is a product of matrices, rows by columns; here number meets number: window * k, then the sum.",
    "윈도우 @ k는 행과 열을 곱하는 행렬곱입니다. 여기서는 같은 자리끼리 곱한(윈도우 * k) 다음 더합니다.",
)
def matrix_product(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] @ k)
    return out


@FILTER2D.mistake(
    "Only the last product of each window is left: every turn of the inner loops overwrites out[i, j]. Add up with +=.",
    "윈도우마다 마지막 곱만 남았습니다. 안쪽 반복문이 out[i, j]를 매번 덮어씁니다. +=로 더하십시오.",
)
def last_product_only(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    out[i, j] = padded[i + u, j + v] * k[u, v]
    return out


@FILTER2D.mistake(
    "Only the first row is filled: return stands inside the loop over the rows and ends it. Move it to the left.",
    "첫 행만 채워졌습니다. return이 행을 도는 반복문 안에 있어 거기서 끝납니다. 들여쓰기를 줄이십시오.",
)
def returns_too_early(img, k, pad):
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
        return out


@FILTER2D.mistake(
    "The window is always 3×3: it must be as large as the kernel. Take kh, kw = k.shape.",
    "윈도우가 언제나 3×3입니다. 윈도우는 커널과 크기가 같아야 합니다. kh, kw = k.shape을 쓰십시오.",
)
def always_3_by_3(img, k, pad):
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - 2, padded.shape[1] - 2))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + 3, j : j + 3] * k)
    return out


@FILTER2D.mistake(
    "pad counts once only, above and on the left: it means all four sides, so H grows by 2 pad, and W as well.",
    "pad를 위쪽과 왼쪽에 한 번만 썼습니다. 네 변 모두에 두르므로 H도 W도 2 pad만큼 늘어납니다.",
)
def pads_one_side(img, k, pad):
    return slide(np.pad(img, ((pad, 0), (pad, 0))), k)


@FILTER2D.mistake(
    "The border is filled with copies of the outermost pixels; asked are zeros.",
    "둘레를 가장자리 픽셀의 값으로 채웠습니다. 0을 두르라고 했습니다.",
)
def repeats_the_border(img, k, pad):
    return slide(np.pad(img, pad, mode="edge"), k)


@FILTER2D.mistake(
    "The image wraps around: what leaves it on the right comes back on the left. Outside the image there are zeros.",
    "이미지가 끝에서 이어집니다. 오른쪽으로 나간 윈도우가 왼쪽에서 다시 들어옵니다. 이미지 밖에는 0이 있어야 합니다.",
)
def wraps_around(img, k, pad):
    out = np.zeros(img.shape)
    for u in range(k.shape[0]):
        for v in range(k.shape[1]):
            out += k[u, v] * np.roll(img, (pad - u, pad - v), axis=(0, 1))
    return out[: img.shape[0] + 2 * pad - k.shape[0] + 1, : img.shape[1] + 2 * pad - k.shape[1] + 1]


@FILTER2D.mistake(
    "pad is ignored: no zeros are laid around the image.",
    "pad를 쓰지 않았습니다. 이미지 둘레에 0을 두르지 않았습니다.",
)
def ignores_pad(img, k, pad):
    return slide(img, k)


@FILTER2D.mistake(
    "The last row and the last column are missing: between the first and the last place there are H + 2 pad − kh steps, so "
    "H + 2 pad − kh + 1 places.",
    "마지막 행과 열이 빠졌습니다. 첫 자리에서 마지막 자리까지 H + 2 pad − kh번 옮기므로 자리는 H + 2 pad − kh + 1개입니다.",
)
def last_place_missing(img, k, pad):
    padded = np.pad(img, pad)
    H, W = padded.shape
    kh, kw = k.shape
    out = np.zeros((H - kh, W - kw))
    for i in range(H - kh):
        for j in range(W - kw):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out


@FILTER2D.mistake(
    "padded[pad:-pad] is empty for pad = 0, because -0 is 0. Write padded[pad : pad + H, pad : pad + W], or use np.pad.",
    "pad = 0이면 -0이 0이라서 padded[pad:-pad]가 빈 배열이 됩니다. padded[pad : pad + H, pad : pad + W]로 쓰거나 np.pad를 "
    "쓰십시오.",
)
def minus_zero(img, k, pad):
    H, W = img.shape
    padded = np.zeros((H + 2 * pad, W + 2 * pad))
    padded[pad:-pad, pad:-pad] = img
    return slide(padded, k)


@FILTER2D.mistake(
    "The result has the dtype of img: bytes cannot hold −190 or 2.5. Make it of floats, as np.zeros does by itself.",
    "결과의 dtype이 img와 같습니다. 바이트에는 −190이나 2.5를 담을 수 없습니다. dtype을 주지 않은 np.zeros처럼 실수로 "
    "만드십시오.",
)
def result_of_bytes(img, k, pad):
    return slide(np.pad(img, pad), k).astype(img.dtype)


@FILTER2D.mistake(
    "Negative sums are cut to 0. They belong to the result: they say that the brightness falls.",
    "음수인 합을 0으로 잘랐습니다. 음수는 밝기가 줄어든다는 뜻이므로 그대로 두어야 합니다.",
)
def clips_negatives(img, k, pad):
    return np.maximum(slide(np.pad(img, pad), k), 0)


@FILTER2D.mistake(
    "The sum is divided by the number of elements of k: asked is the sum, not the mean (np.sum, not np.mean).",
    "합을 k의 원소 수로 나누었습니다. 평균이 아니라 합을 구하십시오. np.mean이 아니라 np.sum입니다.",
)
def mean_of_window(img, k, pad):
    return slide(np.pad(img, pad), k) / k.size


@FILTER2D.mistake(
    "Results are written back into the image while the window still slides, so later windows read filtered pixels, and the "
    "caller's image is changed. Use a new array.",
    "윈도우가 아직 움직이는 동안 이미지에 결과를 덮어썼습니다. 뒤의 윈도우는 이미 바뀐 픽셀을 읽고, 호출한 쪽의 이미지도 바뀝니다. 새 "
    "배열에 쓰십시오.",
)
def overwrites_the_image(img, k, pad):
    kh, kw = k.shape
    padded = img if pad == 0 else np.pad(img, pad)
    H, W = padded.shape
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            padded[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return padded[: H - kh + 1, : W - kw + 1]


def slopes(img):
    """Return gx, gy, mag and theta, as they should be."""
    k = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx, gy = filter2d(img, k, 0), filter2d(img, k.T, 0)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


@SOBEL.mistake(
    "gx and gy are exchanged: x runs to the right. The kernel whose columns are −, 0, + measures gx.",
    "gx와 gy가 바뀌었습니다. x는 오른쪽 방향입니다. 열이 −, 0, +인 커널이 gx를 잽니다.",
)
def swapped_slopes(img):
    gx, gy, mag, theta = slopes(img)
    return gy, gx, mag, np.arctan2(gx, gy)


@SOBEL.mistake(
    "gy is measured with the kernel of gx: K_y is K_x transposed, k.T. (k[::-1] is K_x once more.)",
    "gy를 gx의 커널로 쟀습니다. K_y는 K_x를 전치한 k.T입니다(k[::-1]은 그대로 K_x입니다).",
)
def same_kernel_twice(img):
    gx = slopes(img)[0]
    return gx, gx.copy(), np.hypot(gx, gx), np.arctan2(gx, gx)


@SOBEL.mistake(
    "The signs of gx and gy are dropped (np.abs): they say on which side it is brighter, and theta needs them.",
    "gx와 gy의 부호를 없앴습니다(np.abs). 부호는 어느 쪽이 더 밝은지 알려 주고, theta에도 필요합니다.",
)
def absolute_slopes(img):
    gx, gy, mag, _ = slopes(img)
    return np.abs(gx), np.abs(gy), mag, np.arctan2(np.abs(gy), np.abs(gx))


@SOBEL.mistake(
    "arctan(gy / gx) cannot tell left from right: −1 / −1 is 1 / 1. np.arctan2(gy, gx) looks at both signs and needs no "
    "division.",
    "arctan(gy / gx)로는 왼쪽과 오른쪽을 구별할 수 없습니다. −1 / −1이 1 / 1과 같기 때문입니다. np.arctan2(gy, gx)는 두 부호를 "
    "모두 보고, 나눗셈도 필요 없습니다.",
)
def plain_arctan(img):
    gx, gy, mag, _ = slopes(img)
    return gx, gy, mag, np.arctan(gy / gx)


@SOBEL.mistake(
    "The arguments of arctan2 are exchanged: it wants y first, np.arctan2(gy, gx).",
    "arctan2의 인수가 바뀌었습니다. np.arctan2(gy, gx)처럼 y가 먼저입니다.",
)
def arctan2_of_x_and_y(img):
    gx, gy, mag, _ = slopes(img)
    return gx, gy, mag, np.arctan2(gx, gy)


@SOBEL.mistake(
    "theta is in degrees; asked are radians, as np.arctan2 gives them.",
    "theta가 도 단위입니다. np.arctan2가 내는 라디안 그대로 두십시오.",
)
def in_degrees(img):
    gx, gy, mag, theta = slopes(img)
    return gx, gy, mag, np.degrees(theta)


@SOBEL.mistake(
    "mag is |gx| + |gy|: for gx = 3 and gy = 4 that is 7, but the length is √(9 + 16) = 5.",
    "mag가 |gx| + |gy|입니다. gx = 3, gy = 4이면 7이 되지만 길이는 √(9 + 16) = 5입니다.",
)
def sum_of_sizes(img):
    gx, gy, _, theta = slopes(img)
    return gx, gy, np.abs(gx) + np.abs(gy), theta


@SOBEL.mistake(
    "mag is gx² + gy²: the square root is missing.",
    "mag가 gx² + gy²입니다. 제곱근을 씌우지 않았습니다.",
)
def root_missing(img):
    gx, gy, _, theta = slopes(img)
    return gx, gy, gx**2 + gy**2, theta


@SOBEL.mistake(
    "Both slopes have the wrong sign, as if the kernels were flipped: where the image grows brighter to the right, gx must be "
    "positive.",
    "커널을 뒤집은 것처럼 두 기울기의 부호가 모두 반대입니다. 오른쪽으로 갈수록 밝아지는 곳에서 gx가 양수여야 합니다.",
)
def both_signs(img):
    gx, gy, mag, _ = slopes(img)
    return -gx, -gy, mag, np.arctan2(-gy, -gx)


@SOBEL.mistake(
    "gx has the wrong sign: +1 stands in the right column of its kernel, so that brighter to the right is positive.",
    "gx의 부호가 반대입니다. 오른쪽으로 밝아질 때 양수가 되도록 커널의 오른쪽 열에 +1이 있어야 합니다.",
)
def sign_of_gx(img):
    gx, gy, mag, _ = slopes(img)
    return -gx, gy, mag, np.arctan2(gy, -gx)


@SOBEL.mistake(
    "gy has the wrong sign: y runs downwards in an image, as the row numbers do, so +1 stands in the bottom row.",
    "gy의 부호가 반대입니다. 이미지에서 y는 행 번호처럼 아래로 커지므로 커널의 아래쪽 행에 +1이 있어야 합니다.",
)
def y_upwards(img):
    gx, gy, mag, _ = slopes(img)
    return gx, -gy, mag, np.arctan2(-gy, gx)


@SOBEL.mistake(
    "theta is made with -gy: y runs downwards, so it is arctan2(gy, gx).",
    "theta에 -gy를 썼습니다. y는 아래 방향이므로 arctan2(gy, gx)입니다.",
)
def theta_upwards(img):
    gx, gy, mag, _ = slopes(img)
    return gx, gy, mag, np.arctan2(-gy, gx)


@SOBEL.mistake(
    "np.squeeze drops the axes of length 1: for an image of 3 x 3 pixels the results are single numbers, where the shape "
    "(1, 1) is asked. Leave the arrays as they are.",
    "np.squeeze는 길이가 1인 축을 없앱니다. 3 x 3 픽셀 이미지에서 결과가 수 하나가 됩니다. shape은 (1, 1)이어야 하므로 배열을 "
    "그대로 두십시오.",
)
def squeezed(img):
    gx, gy, mag, theta = slopes(img)
    return np.squeeze(gx), np.squeeze(gy), np.squeeze(mag), np.squeeze(theta)


@SOBEL.mistake(
    "The middle row has the weight 1 (that is Prewitt's filter); in Sobel's the neighbours in the same row count twice: "
    "−2, 0, 2.",
    "가운데 행의 가중치가 1입니다(프리윗 필터). 소벨 필터에서는 같은 행의 이웃을 두 번 셉니다. −2, 0, 2입니다.",
)
def middle_weight_1(img):
    k = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    gx, gy = filter2d(img, k, 0), filter2d(img, k.T, 0)
    return gx, gy, np.sqrt(gx**2 + gy**2), np.arctan2(gy, gx)


@SOBEL.mistake(
    "The slopes are divided by 8. As an average that makes sense, but here a ramp with the slope 1 must give 8.",
    "기울기를 8로 나누었습니다. 평균이라는 뜻은 있지만, 여기서는 기울기가 1인 경사면에서 8이 나와야 합니다.",
)
def divided_by_8(img):
    gx, gy, mag, theta = slopes(img)
    return gx / 8, gy / 8, mag / 8, theta


@SOBEL.mistake(
    "The image is padded, so the results are (H, W): the zeros make slopes along the border that no picture has. "
    "Take pad = 0: (H − 2, W − 2).",
    "이미지에 패딩을 둘러서 결과가 (H, W)입니다. 둘레의 0 때문에 그림에 없는 기울기가 가장자리에 생깁니다. pad = 0으로 하면 "
    "(H − 2, W − 2)입니다.",
)
def padded_slopes(img):
    return slopes(np.pad(img, 1))


@SOBEL.mistake(
    "Bytes are subtracted as bytes: 10 − 200 becomes 66 in uint8. Turn img into floats first.",
    "바이트를 바이트인 채로 뺐습니다. uint8에서는 10 − 200이 66이 됩니다. 먼저 img를 실수로 바꾸십시오.",
)
def subtracts_bytes(img):
    d = img[:, 2:] - img[:, :-2]
    gx = d[:-2] + 2.0 * d[1:-1] + d[2:]
    e = img[2:] - img[:-2]
    gy = e[:, :-2] + 2.0 * e[:, 1:-1] + e[:, 2:]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


@GAUSSIAN_KERNEL.mistake(
    "The kernel is not divided by its sum: it would make every image brighter.",
    "커널을 자기 합으로 나누지 않았습니다. 이대로 쓰면 이미지가 모두 밝아집니다.",
)
def not_normalised(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    return np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))


@GAUSSIAN_KERNEL.mistake(
    "1 / (2πσ²) makes the sum 1 only for infinitely many points. Divide by the sum of the numbers that are there.",
    "1 / (2πσ²)를 곱해서 합이 1이 되는 것은 점이 무한히 많을 때뿐입니다. 커널에 있는 수의 합으로 나누십시오.",
)
def divided_by_the_integral(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    return np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2)) / (2 * np.pi * sigma**2)


@GAUSSIAN_KERNEL.mistake(
    "The largest number is not in the middle: with size / 2 the centre lies half a pixel beside the middle pixel. "
    "Take size // 2.",
    "가장 큰 수가 한가운데에 있지 않습니다. size / 2를 쓰면 중심이 가운데 픽셀에서 반 픽셀 벗어납니다. size // 2를 쓰십시오.",
)
def half_a_pixel_off(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size / 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "The largest number stands in the corner: x and y count from 0 here; they must count from the middle pixel.",
    "가장 큰 수가 구석에 있습니다. x와 y를 0부터 세었습니다. 가운데 픽셀에서부터 세어야 합니다.",
)
def counts_from_the_corner(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size)
    k = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "An even size is accepted: no pixel is its middle, and the blurred image would move by half a pixel. "
    "Raise ValueError.",
    "짝수 크기를 받아들입니다. 짝수이면 가운데 픽셀이 없어서 흐려진 이미지가 반 픽셀 밀립니다. ValueError를 일으키십시오.",
)
def accepts_even_sizes(size, sigma):
    x = np.arange(size) - (size - 1) / 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "For an even size a message is printed and None comes back: the program goes on and fails somewhere else. Raise "
    "ValueError.",
    "짝수 크기이면 메시지를 출력하고 None을 반환합니다. 그러면 프로그램이 계속 돌다가 다른 곳에서 멈춥니다. ValueError를 "
    "일으키십시오.",
)
def prints_instead(size, sigma):
    if size % 2 == 0:
        print("size must be odd")
        return None
    x = np.arange(size) - size // 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "sigma is not squared: the exponent is −r² / 2σ².",
    "sigma를 제곱하지 않았습니다. 지수는 −r² / 2σ²입니다.",
)
def sigma_not_squared(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma))
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "The 2 in the exponent is missing, or the brackets around 2 * sigma**2 are: the exponent is −r² / (2σ²).",
    "지수의 2가 빠졌거나 2 * sigma**2를 묶는 괄호가 빠졌습니다. 지수는 −r² / (2σ²)입니다.",
)
def factor_2_missing(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / sigma**2)
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "-(r²) / 2 * sigma**2 divides by 2 and then multiplies by σ²: put brackets around 2 * sigma**2.",
    "-(r²) / 2 * sigma**2는 2로 나눈 다음 σ²을 곱합니다. 2 * sigma**2를 괄호로 묶으십시오.",
)
def brackets_missing(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    k = np.exp(-(x**2 + x[:, None] ** 2) / 2 * sigma**2)
    return k / k.sum()


@GAUSSIAN_KERNEL.mistake(
    "The exponent holds the distance r, not its square r² = x² + y².",
    "지수에 거리의 제곱 r² = x² + y²이 아니라 거리 r이 들어갔습니다.",
)
def distance_not_squared(size, sigma):
    if size % 2 == 0:
        raise ValueError("size must be odd")
    x = np.arange(size) - size // 2
    k = np.exp(-np.hypot(x, x[:, None]) / (2 * sigma**2))
    return k / k.sum()


@EDGES.mistake(
    "Only gx is compared with t: horizontal edges have gx = 0, and a falling brightness makes gx negative. "
    "Compare the length mag.",
    "gx만 t와 비교했습니다. 가로로 뻗은 윤곽선에서는 gx가 0이고, 밝기가 줄어드는 곳에서는 gx가 음수입니다. 길이 mag를 "
    "비교하십시오.",
)
def signed_gx(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad(gx > t, 1)


@EDGES.mistake(
    "|gx| finds vertical edges only: horizontal ones show in gy. Compare the length mag.",
    "|gx|로는 세로로 선 윤곽선만 찾습니다. 가로로 뻗은 윤곽선은 gy에 나타납니다. 길이 mag를 비교하십시오.",
)
def vertical_edges_only(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad(np.abs(gx) > t, 1)


@EDGES.mistake(
    "|gy| finds horizontal edges only: vertical ones show in gx. Compare the length mag.",
    "|gy|로는 가로 윤곽선만 찾습니다. 세로 윤곽선은 gx에 나타납니다. 길이 mag를 비교하십시오.",
)
def horizontal_edges_only(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad(np.abs(gy) > t, 1)


@EDGES.mistake(
    "|gx| and |gy| are compared with t one by one: on a slanted edge both may be below t and the length above. Compare mag.",
    "|gx|와 |gy|를 따로 t와 비교했습니다. 비스듬한 윤곽선에서는 둘 다 t보다 작아도 길이는 클 수 있습니다. mag를 비교하십시오.",
)
def either_slope(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad((np.abs(gx) > t) | (np.abs(gy) > t), 1)


@EDGES.mistake(
    "|gx| + |gy| is longer than the arrow: for gx = gy = 8 it is 16, but the length is 11.3. Compare mag.",
    "|gx| + |gy|는 화살표보다 깁니다. gx = gy = 8이면 합은 16이지만 길이는 11.3입니다. mag를 비교하십시오.",
)
def sum_of_absolute_slopes(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad(np.abs(gx) + np.abs(gy) > t, 1)


@EDGES.mistake(
    "gx and gy are added without squares: where one rises and the other falls they cancel. Compare the length mag.",
    "gx와 gy를 제곱하지 않고 더했습니다. 하나가 늘고 다른 하나가 줄면 서로 지워집니다. 길이 mag를 비교하십시오.",
)
def sum_of_slopes(img, t):
    gx, gy, mag, theta = sobel(img)
    return np.pad(np.abs(gx + gy) > t, 1)


@EDGES.mistake(
    "The image is padded with zeros before Sobel, so its frame counts as an edge. Find the edges inside, then lay False around "
    "them.",
    "소벨 필터를 쓰기 전에 0을 둘러서 그림의 테두리가 윤곽선이 되었습니다. 안쪽에서 윤곽선을 찾은 다음 둘레를 False로 채우십시오.",
)
def frame_counts(img, t):
    return sobel(np.pad(img, 1))[2] > t


@EDGES.mistake(
    "The outermost rows and columns repeat their neighbours; they must always be False.",
    "맨 바깥 행과 열에 이웃 값을 되풀이했습니다. 그곳은 언제나 False여야 합니다.",
)
def border_repeated(img, t):
    return np.pad(sobel(img)[2] > t, 1, mode="edge")


@EDGES.mistake(
    "The outermost rows and columns are True: nothing is known there, so the answer is no, False.",
    "맨 바깥 행과 열이 True입니다. 그곳은 알 수 없으므로 아니다, 곧 False로 답합니다.",
)
def border_is_true(img, t):
    return np.pad(sobel(img)[2] > t, 1, constant_values=True)


@EDGES.mistake(
    "The result is (H − 2, W − 2), so no pixel stands where it stands in img. Lay one row or column of False around it.",
    "결과가 (H − 2, W − 2)라서 픽셀의 자리가 img와 맞지 않습니다. 둘레에 False를 한 줄씩 두르십시오.",
)
def border_missing(img, t):
    return sobel(img)[2] > t


@EDGES.mistake(
    "Both rows of False are laid below, both columns on the right: every edge stands one pixel too high and too far left.",
    "False를 아래쪽과 오른쪽에만 두 줄씩 둘렀습니다. 윤곽선이 모두 위로, 왼쪽으로 한 픽셀씩 밀립니다.",
)
def shifted_by_a_pixel(img, t):
    return np.pad(sobel(img)[2] > t, ((0, 2), (0, 2)))


@EDGES.mistake(
    "A length of exactly t counts as an edge: the comparison is >= where > is asked.",
    "길이가 정확히 t인 곳도 윤곽선이 됩니다. >가 필요한 곳에 >=를 썼습니다.",
)
def at_the_threshold(img, t):
    return np.pad(sobel(img)[2] >= t, 1)


@EDGES.mistake(
    "Edges and the rest are exchanged: an edge is where mag is above t.",
    "윤곽선과 나머지가 뒤바뀌었습니다. mag가 t보다 큰 곳이 윤곽선입니다.",
)
def weak_slopes(img, t):
    return np.pad(sobel(img)[2] < t, 1)


@EDGES.mistake(
    "t is taken as a share of the largest length: compare mag with t itself.",
    "t를 가장 큰 길이에 대한 비율로 보았습니다. mag를 t와 바로 비교하십시오.",
)
def share_of_the_largest(img, t):
    mag = sobel(img)[2]
    return np.pad(mag > t * mag.max(), 1)


@EDGES.mistake(
    "The result holds the lengths: say yes or no for each pixel, mag > t.",
    "결과가 길이 그 자체입니다. 픽셀마다 mag > t인지 아닌지를 답하십시오.",
)
def keeps_the_lengths(img, t):
    mag = sobel(img)[2]
    return np.pad(np.where(mag > t, mag, 0), 1)


@EDGES.mistake(
    "The result holds 1.0 and 0.0: a comparison gives True and False by itself; an array made by np.zeros needs "
    "dtype=bool.",
    "결과가 1.0과 0.0입니다. 비교의 결과는 그대로 True와 False이고, np.zeros로 만든 배열에는 dtype=bool이 필요합니다.",
)
def ones_and_zeros(img, t):
    out = np.zeros(img.shape)
    out[1:-1, 1:-1] = sobel(img)[2] > t
    return out
