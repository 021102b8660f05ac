"""im2col: every window of an image as a row of one large matrix, so that convolution becomes a matrix product.

The rows go through the batch, then the window positions row by row; a row holds its window in the order C, kh, kw.
"""

import numpy as np

from nnref.shapes import check_shapes, floating
from nnref.windows import output_size, pad_images, positions


def im2col(x, kh, kw, stride=1, pad=0):
    """Return the windows of x (N, C, H, W) as a matrix (N OH OW, C kh kw), with `pad` zeros on each side."""
    x = floating(x)
    N, C, H, W = check_shapes("im2col", x=(x, "N C H W")).values()
    OH, OW = output_size("im2col", H, kh, stride, pad), output_size("im2col", W, kw, stride, pad)
    padded = pad_images(x, pad)
    windows = np.empty((N, OH, OW, C, kh, kw), x.dtype)
    for i, j, rows, columns in positions(kh, kw, stride, OH, OW):
        windows[..., i, j] = padded[:, :, rows, columns].transpose(0, 2, 3, 1)
    return windows.reshape(N * OH * OW, C * kh * kw)


def col2im(col, shape, kh, kw, stride=1, pad=0):
    """Add each number of col (N OH OW, C kh kw) to the pixel that it came from; return images of `shape` (N, C, H, W).

    The transpose of im2col, not its inverse: a pixel of several windows gets the sum. ⟨im2col x, c⟩ = ⟨x, col2im c⟩.
    """
    col = floating(col)
    N, C, H, W = shape
    OH, OW = output_size("col2im", H, kh, stride, pad), output_size("col2im", W, kw, stride, pad)
    check_shapes("col2im", R=N * OH * OW, K=C * kh * kw, col=(col, "R K"))
    windows = col.reshape(N, OH, OW, C, kh, kw).transpose(0, 3, 4, 5, 1, 2)
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad), col.dtype)
    for i, j, rows, columns in positions(kh, kw, stride, OH, OW):
        padded[:, :, rows, columns] += windows[:, :, i, j]
    return padded[:, :, pad : pad + H, pad : pad + W].copy()


def im2col_naive(x, kh, kw, stride=1, pad=0):
    """The same as im2col, window by window."""
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, _, H, W = padded.shape
    return np.array(
        [
            padded[n, :, top : top + kh, left : left + kw].ravel()
            for n in range(N)
            for top in range(0, H - kh + 1, stride)
            for left in range(0, W - kw + 1, stride)
        ]
    )
