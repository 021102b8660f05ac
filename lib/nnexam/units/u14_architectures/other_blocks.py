"""u14_architectures: the classes, each written in another style; alternatives.py records them."""

import numpy as np
from nnref.layer import Composite
from nnref.layers import Relu

from .parts import conv


class PoolBase:
    def __init__(self):
        self.params, self.grads = [], []


class PoolByLoops(PoolBase):
    def forward(self, x):
        self.shape = x.shape
        return [[float(channel.sum()) / channel.size for channel in image] for image in x]

    def backward(self, dout):
        N, C, H, W = self.shape
        dx = np.zeros(self.shape)
        for n in range(N):
            for c in range(C):
                dx[n, c] += dout[n, c] / (H * W)
        return dx


class PoolByEinsum(PoolBase):
    def forward(self, x):
        self.ones = np.ones(x.shape[2:]) / (x.shape[2] * x.shape[3])
        return np.einsum("ncij,ij->nc", x, self.ones)

    def backward(self, dout):
        return np.einsum("nc,ij->ncij", dout, self.ones)


class PoolByMatrix(PoolBase):
    def forward(self, x):
        self.x = x
        return x.reshape(*x.shape[:2], -1).mean(axis=-1)

    def backward(self, dout):
        area = self.x[0, 0].size
        return np.repeat(dout.reshape(-1) / area, area).reshape(self.x.shape)


class PoolInFloat32(PoolBase):
    def forward(self, x):
        self.H, self.W = x.shape[-2:]
        return x.astype(np.float32).mean(-1).mean(-1)

    def backward(self, dout):
        each = np.expand_dims(dout.astype(np.float32), (2, 3)) / self.H / self.W
        return np.tile(each, (1, 1, self.H, self.W))


class InceptionBase:
    def __init__(self, branches):
        self.branches = branches
        self.params = [p for branch in branches for p in branch.params]
        self.grads = [g for branch in branches for g in branch.grads]


class InceptionBySlices(InceptionBase):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=1)

    def backward(self, dout):
        dx, start = 0, 0
        for branch, size in zip(self.branches, self.sizes, strict=True):
            dx = dx + branch.backward(dout[:, start : start + size])
            start += size
        return dx


class InceptionBySplit(InceptionBase):
    def forward(self, x):
        outs = tuple(branch.forward(x) for branch in self.branches)
        self.ends = np.cumsum([out.shape[1] for out in outs])[:-1]
        return np.hstack(outs)

    def backward(self, dout):
        parts = np.split(dout, self.ends, axis=1)
        return sum(branch.backward(part) for branch, part in zip(self.branches, parts, strict=True))


class InceptionInPlace(InceptionBase):
    """Filled into arrays made beforehand; the branches from the last to the first."""

    def forward(self, x):
        self.shape, self.outs = x.shape, [branch.forward(x) for branch in self.branches]
        N, _, H, W = self.outs[0].shape
        out, end = np.empty((N, sum(each.shape[1] for each in self.outs), H, W)), 0
        for each in self.outs:
            out[:, end : end + each.shape[1]] = each
            end += each.shape[1]
        return out

    def backward(self, dout):
        dx, end = np.zeros(self.shape), dout.shape[1]
        for branch, out in zip(self.branches[::-1], self.outs[::-1], strict=True):
            dx += branch.backward(dout[:, end - out.shape[1] : end].copy())
            end -= out.shape[1]
        return dx


class InceptionByPopping(InceptionBase):
    """Channels first, one after the other; float32 in between."""

    def forward(self, x):
        self.sizes, rows = [], []
        for branch in self.branches:
            channels = list(np.moveaxis(branch.forward(x).astype(np.float32), 1, 0))
            self.sizes.append(len(channels))
            rows += channels
        return np.stack(rows, axis=1)

    def backward(self, dout):
        channels, parts = list(dout.transpose(1, 0, 2, 3)), []
        for branch, size in zip(self.branches, self.sizes, strict=True):
            parts.append(branch.backward(np.stack([channels.pop(0) for _ in range(size)], axis=1)))
        return np.sum(parts, axis=0)


class ResidualBase:
    def __init__(self, c_in, c_out, rng, stride=1):
        self.body = Composite([conv(c_in, c_out, 3, rng, stride), Relu(), conv(c_out, c_out, 3, rng)])
        self.skip = Composite([conv(c_in, c_out, 1, rng, stride)] if c_in != c_out or stride != 1 else [])
        self.params, self.grads = self.body.params + self.skip.params, self.body.grads + self.skip.grads


class ResidualByLists(ResidualBase):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.last = Relu()

    def forward(self, x):
        out = self.body.forward(x)
        return self.last.forward(out + self.skip.forward(x))

    def backward(self, dout):
        d = self.last.backward(dout)
        return self.skip.backward(d) + self.body.backward(d)


class ResidualByMask(ResidualBase):
    def forward(self, x):
        total = self.skip.forward(x) + self.body.forward(x)
        self.open = total > 0
        total[~self.open] = 0
        return total

    def backward(self, dout):
        d = dout.copy()
        d[~self.open] = 0
        dx = self.body.backward(d)
        dx += self.skip.backward(d)
        return dx


class ResidualByBranches:
    """Every layer by its name."""

    def __init__(self, c_in, c_out, rng, stride=1):
        self.projection = None
        self.conv1, self.relu1 = conv(c_in, c_out, 3, rng, stride), Relu()
        self.conv2, self.relu2 = conv(c_out, c_out, 3, rng, 1), Relu()
        layers = [self.conv1, self.conv2]
        if (c_in, 1) != (c_out, stride):
            self.projection = conv(c_in, c_out, 1, rng, stride)
            layers.append(self.projection)
        self.params, self.grads = [], []
        for layer in layers:
            self.params.extend(layer.params)
            self.grads.extend(layer.grads)

    def forward(self, x):
        skip = x if self.projection is None else self.projection.forward(x)
        return self.relu2.forward(self.conv2.forward(self.relu1.forward(self.conv1.forward(x))) + skip)

    def backward(self, dout):
        dsum = self.relu2.backward(dout)
        dbody = self.conv1.backward(self.relu1.backward(self.conv2.backward(dsum)))
        dskip = dsum if self.projection is None else self.projection.backward(dsum)
        return dbody + dskip


class ResidualByWhere(ResidualBase):
    """np.maximum, np.where and float32 results."""

    def forward(self, x):
        self.total = np.add(self.body.forward(x), self.skip.forward(x))
        return np.maximum(self.total, 0).astype(np.float32)

    def backward(self, dout):
        d = np.where(self.total > 0, dout, 0.0)
        return np.sum([self.body.backward(d), self.skip.backward(d)], axis=0)
