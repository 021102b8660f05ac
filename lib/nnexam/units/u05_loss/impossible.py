"""u05_loss: what holds for every right cross-entropy where a right class has the probability 0."""

import numpy as np

from nnexam.model import Text

IMPOSSIBLE = 5.0  # a probability of 0 for one of two labels: -log(1e-5) / 2 is above it
COSTLIEST = 745.0  # -log of the smallest float above 0 is below it


def broken_at_zero(given, case):
    loss = float(given)
    if np.isnan(loss):
        return Text("The loss is nan: somewhere 0 was multiplied by -inf.", "손실이 nan입니다. 0과 -inf를 곱했습니다.")
    if np.isinf(loss):
        return Text(
            "The loss is {given}: the logarithm of 0 was taken.", "손실이 {given}입니다. 0에 로그를 취했습니다."
        )
    if loss < IMPOSSIBLE:
        return Text(
            f"The loss is only {loss:.6g}: a label that was called impossible must cost more.",
            f"손실이 {loss:.6g}밖에 안 됩니다. 불가능하다고 한 정답이 나왔으니 더 커야 합니다.",
        )
    if loss > COSTLIEST:
        return Text(
            f"The loss is {loss:.6g}: -log of a very small probability, such as 1e-12, is far less.",
            f"손실이 {loss:.6g}입니다. 1e-12 같은 아주 작은 확률에서도 -log는 훨씬 작습니다.",
        )
    return None
