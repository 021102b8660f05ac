"""Convolution and pooling by loops, as the formulas stand: slow, easy to read, and what faster ones are compared with.

Images are (N, C, H, W). Filters are laid on the image as they stand, not flipped. stride and pad are whole numbers, the
same for rows and columns; the padding is zeros.
"""

import numpy as np

from nnref.shapes import check_shapes, floating
from nnref.windows import output_size, pad_images


def conv_output_size(n, k, stride, pad):
    """Return how many windows of k numbers fit on n numbers: ⌊(n + 2 pad - k) / stride⌋ + 1.

    All whole numbers: pad zeros on each side, and stride, the step from window to window. What is left at the end, too
    short for a step, is not used. Raises ValueError for a window larger than the padded input.
    """
    return output_size("conv_output_size", n, k, stride, pad)


def conv2d_naive(x, w, b, stride, pad):
    """Return the convolution: out[n, f, i, j] = b[f] + Σ_cuv w[f, c, u, v] x[n, c, i s + u - p, j s + v - p].

    x (N, C, H, W), w (F, C, kh, kw), b (F,); s the stride, p the padding. Returns (N, F, OH, OW), the sizes of
    `conv_output_size`. Raises ValueError for shapes that do not fit.
    """
    x, w, b = floating(x), floating(w), floating(b)
    size = check_shapes("conv2d_naive", x=(x, "N C H W"), w=(w, "F C kh kw"), b=(b, "F"))
    kh, kw = size["kh"], size["kw"]
    OH, OW = (output_size("conv2d_naive", n, k, stride, pad) for n, k in ((size["H"], kh), (size["W"], kw)))
    padded = pad_images(x, pad)
    out = np.zeros((size["N"], size["F"], OH, OW), np.result_type(x, w, b))
    for n in range(size["N"]):
        for f in range(size["F"]):
            for i in range(OH):
                for j in range(OW):
                    top, left = i * stride, j * stride
                    window = padded[n, :, top : top + kh, left : left + kw]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    return out


def conv2d_naive_backward(dout, x, w, stride, pad):
    """Return the gradients dx, dw, db of a number L, given dout = dL/d out.

    dout (N, F, OH, OW), x (N, C, H, W), w (F, C, kh, kw). Returns dx like x, dw like w and db (F,). Every output gave
    w[f] to its window and the window to w[f]: so each dout flows back the same ways, and all of them are summed.
    """
    dout, x, w = floating(dout), floating(x), floating(w)
    size = check_shapes("conv2d_naive_backward", x=(x, "N C H W"), w=(w, "F C kh kw"))
    H, W, kh, kw = (size[letter] for letter in ("H", "W", "kh", "kw"))
    OH, OW = (output_size("conv2d_naive_backward", n, k, stride, pad) for n, k in ((H, kh), (W, kw)))
    check_shapes("conv2d_naive_backward", **size, OH=OH, OW=OW, dout=(dout, "N F OH OW"))
    padded = pad_images(x, pad)
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), np.zeros(size["F"], dout.dtype)
    for n in range(size["N"]):
        for f in range(size["F"]):
            for i in range(OH):
                for j in range(OW):
                    top, left, upstream = i * stride, j * stride, dout[n, f, i, j]
                    dw[f] += upstream * padded[n, :, top : top + kh, left : left + kw]
                    dpadded[n, :, top : top + kh, left : left + kw] += upstream * w[f]
                    db[f] += upstream
    return dpadded[:, :, pad : pad + H, pad : pad + W].copy(), dw, db


def pool_naive(x, size, stride, mode):
    """Return the largest number or the mean of every window, each channel by itself.

    x (N, C, H, W); windows of size x size numbers, stride apart; mode "max" or "average". Returns (N, C, OH, OW), the
    sizes of `conv_output_size` without padding. Raises ValueError for another mode and a window that does not fit.
    """
    x = floating(x)
    N, C, H, W = check_shapes("pool_naive", x=(x, "N C H W")).values()
    if mode not in ("max", "average"):
        raise ValueError(f"pool_naive: found the mode {mode!r}; expected 'max' or 'average'")
    OH, OW = (output_size("pool_naive", n, size, stride, 0) for n in (H, W))
    out = np.zeros((N, C, OH, OW), x.dtype)
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    window = x[n, c, i * stride : i * stride + size, j * stride : j * stride + size]
                    out[n, c, i, j] = window.max() if mode == "max" else window.mean()
    return out


LAYERS = {
    "input": ("C", "H", "W"),
    "conv": ("F", "k", "stride", "pad"),
    "pool": ("k", "stride"),
    "dense": ("M",),
}


def _settings(operation, layer):
    """Return the kind of a layer and its settings, in the order of LAYERS."""
    kind = layer.get("kind")
    if kind not in LAYERS:
        raise ValueError(f"{operation}: found a layer of kind {kind!r}; expected {', '.join(LAYERS)}")
    if set(layer) != {"kind", *LAYERS[kind]}:
        found, expected = ", ".join(key for key in layer if key != "kind"), ", ".join(LAYERS[kind])
        raise ValueError(f"{operation}: found a layer of kind {kind} with {found}; expected {expected}")
    return kind, [layer[key] for key in LAYERS[kind]]


def params_and_macs(layers):
    """Return how many parameters a network has, and how many multiplications with a sum (MACs) one image costs.

    layers : a list of dicts, the input first, then in the order of the network:
             {"kind": "input", "C": 3, "H": 32, "W": 32}                    an image
             {"kind": "conv", "F": 8, "k": 5, "stride": 1, "pad": 2}        F filters of k x k, each with a bias
             {"kind": "pool", "k": 2, "stride": 2}                          windows of k x k: no parameters, no MACs
             {"kind": "dense", "M": 10}                                     M units, each sees all numbers before it
    Convolution: F (C k² + 1) parameters, OH OW F C k² MACs. Dense: M (D + 1) and M D. Returns two ints. Raises
    ValueError for other kinds or keys, and for layers that cannot follow one another.
    """
    shape, parameters, macs = (), 0, 0
    for layer in layers:
        kind, settings = _settings("params_and_macs", layer)
        needed = {"input": len(shape) == 0, "conv": len(shape) == 3, "pool": len(shape) == 3, "dense": len(shape) > 0}
        if not needed[kind]:
            raise ValueError(f"params_and_macs: found {kind} after {shape}; expected input first, dense last")
        if kind == "input":
            shape = tuple(settings)
        elif kind == "conv":
            (C, H, W), (F, k, stride, pad) = shape, settings
            shape = F, *(output_size("params_and_macs", n, k, stride, pad) for n in (H, W))
            parameters += F * (C * k**2 + 1)
            macs += shape[1] * shape[2] * F * C * k**2
        elif kind == "pool":
            (C, H, W), (k, stride) = shape, settings
            shape = C, *(output_size("params_and_macs", n, k, stride, 0) for n in (H, W))
        else:
            D, M = int(np.prod(shape)), settings[0]
            shape = (M,)
            parameters += M * (D + 1)
            macs += M * D
    return parameters, macs


def receptive_field(layers):
    """Return the width of the square of the input that one number of the last layer depends on.

    layers : conv and pool as in `params_and_macs`; an input is passed over. Returns an int. The width starts at 1, and
    so does the step, the distance of neighbouring numbers in pixels of the input. Each layer adds (k - 1) · step to the
    width, and then multiplies the step by its stride. Raises ValueError for a dense layer, which sees everything.
    """
    width, step = 1, 1
    for layer in layers:
        kind, _ = _settings("receptive_field", layer)
        if kind == "dense":
            raise ValueError("receptive_field: found a dense layer; expected conv and pool only")
        if kind != "input":
            width += (layer["k"] - 1) * step
            step *= layer["stride"]
    return width
