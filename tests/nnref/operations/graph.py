"""Jacobians."""

import math

import numpy as np
from nnref.jacobian import softmax_jacobian, vjp

from tests.nnref.operations import Operation


def jacobian_naive(z):
    largest = max(z)
    e = [math.exp(score - largest) for score in z]
    p = [number / math.fsum(e) for number in e]
    K = len(p)
    return np.array([[p[i] * ((i == j) - p[j]) for j in range(K)] for i in range(K)])


def vjp_naive(J, dout):
    M, D = J.shape
    return np.array([sum(J[i, j] * dout[i] for i in range(M)) for j in range(D)])


def vjp_torch(torch, J, dout):
    x = torch.zeros(J.shape[1], dtype=J.dtype, requires_grad=True)
    (J @ x).backward(dout)
    return x.grad


OPERATIONS = [
    Operation(
        "softmax_jacobian",
        softmax_jacobian,
        lambda rng, K: {"z": rng.normal(size=K)},
        {"K": (1, 4, 7)},
        naive=jacobian_naive,
        torch=lambda torch, z: torch.autograd.functional.jacobian(lambda z: torch.softmax(z, 0), z),
        errors=(({"z": np.zeros((2, 3))}, "softmax_jacobian: z has shape (2, 3); expected (K,)"),),
        exempt={"gradient": "is a derivative itself"}
        | dict.fromkeys(("batch of one", "empty batch"), "takes the scores of one sample"),
    ),
    Operation(
        "vjp",
        vjp,
        lambda rng, M, D: {"J": rng.normal(size=(M, D)), "dout": rng.normal(size=M)},
        {"M": (1, 4, 6), "D": (1, 3, 6)},
        naive=vjp_naive,
        torch=lambda torch, J, dout: torch.autograd.functional.vjp(
            lambda x: J @ x, torch.zeros(J.shape[1]).double(), dout
        )[1],
        errors=(
            ({"dout": np.zeros(3)}, "vjp: dout has shape (3,); expected (M=4,)"),
            ({"J": np.zeros(4)}, "vjp: J has shape (4,); expected (M, D)"),
        ),
        exempt={"gradient": "is a derivative itself"}
        | dict.fromkeys(("batch of one", "empty batch"), "takes the Jacobian of one sample"),
    ),
]
