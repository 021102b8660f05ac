"""Where a window stands on an image: shared by convolution, pooling and im2col."""

import numpy as np


def output_size(operation, size, k, stride, pad):
    """Return floor((size + 2 pad - k) / stride) + 1, the number of window positions along one axis.

    Raises ValueError where a setting makes no sense, or where not even one window fits.
    """
    for name, value, least in (("window", k, 1), ("stride", stride, 1), ("pad", pad, 0)):
        if not isinstance(value, (int, np.integer)) or value < least:
            raise ValueError(f"{operation}: found {name} {value!r}; expected a whole number of at least {least}")
    room = size + 2 * pad
    if k > room:
        raise ValueError(f"{operation}: found a window of {k} pixels; expected at most {room}, image and border")
    return (room - k) // stride + 1


def positions(kh, kw, stride, OH, OW):
    """Yield (i, j, rows, columns) for each place (i, j) in a window of kh × kw.

    image[rows, columns] are the OH × OW pixels that lie at (i, j) of their windows: a loop over the few places of a
    window, each step a whole-array operation, instead of one over the many windows.
    """
    for i in range(kh):
        for j in range(kw):
            yield i, j, slice(i, i + stride * OH, stride), slice(j, j + stride * OW, stride)


def pad_images(x, pad, value=0):
    """Return x (N, C, H, W) with a border of `pad` pixels of one value; x itself where pad is 0."""
    if pad == 0:
        return x
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * pad, W + 2 * pad), value, x.dtype)
    padded[:, :, pad : pad + H, pad : pad + W] = x
    return padded
