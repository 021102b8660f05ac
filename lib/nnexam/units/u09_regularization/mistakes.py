"""u09_regularization: the mistakes that students really make, each with what to look at."""

import numpy as np

from .exercises import BACKWARD, BATCH_NORM, DECAY, DROPOUT, INITIALIZERS


@INITIALIZERS.mistake(
    "he_normal uses 2 / fan_in as the standard deviation; it is the variance, so take its root.",
    "he_normal이 2 / fan_in을 표준편차로 썼습니다. 이것은 분산이므로 제곱근을 취해야 합니다.",
    subject="he_normal",
)
def he_variance_for_std(fan_in, fan_out, rng):
    return rng.normal(0, 2 / fan_in, (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal divides by fan_out: a sum has fan_in terms, so fan_in sets its size.",
    "he_normal이 fan_out으로 나눕니다. 더하는 항이 fan_in개이므로 fan_in으로 나누어야 합니다.",
    subject="he_normal",
)
def he_by_fan_out(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_out), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal has the variance 1 / fan_in: the 2 that makes up for the half that ReLU cuts off is missing.",
    "he_normal의 분산이 1 / fan_in입니다. ReLU가 잘라 내는 절반을 채워 주는 2가 빠졌습니다.",
    subject="he_normal",
)
def he_without_two(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal has the variance 2 / (fan_in + fan_out): that is Xavier's rule. He's is 2 / fan_in.",
    "he_normal의 분산이 2 / (fan_in + fan_out)입니다. 이것은 Xavier의 규칙이고, He의 규칙은 2 / fan_in입니다.",
    subject="he_normal",
)
def he_like_xavier(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal draws from NumPy's global generator, not from rng: the same seed does not give the same weights.",
    "he_normal이 rng 대신 NumPy의 전역 난수를 씁니다. 시드가 같아도 가중치가 달라집니다.",
    subject="he_normal",
)
def he_global(fan_in, fan_out, rng):
    return np.random.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal starts a generator of its own with a fixed seed: every layer gets the same weights.",
    "he_normal이 시드를 고정한 난수 생성기를 새로 만듭니다. 어느 층이든 가중치가 똑같아집니다.",
    subject="he_normal",
)
def he_fixed_seed(fan_in, fan_out, rng):
    rng = np.random.default_rng(0)
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "he_normal has the shape (fan_out, fan_in); W is (D, M), inputs first.",
    "he_normal의 shape이 (fan_out, fan_in)입니다. W는 (D, M)으로 입력이 먼저입니다.",
    subject="he_normal",
)
def he_transposed(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))


@INITIALIZERS.mistake(
    "he_normal draws numbers from 0 to 1 (rng.random): they are all positive, and not normally distributed.",
    "he_normal이 0과 1 사이의 수(rng.random)를 뽑습니다. 모두 양수이고 정규분포도 아닙니다.",
    subject="he_normal",
)
def he_positive(fan_in, fan_out, rng):
    return rng.random((fan_in, fan_out)) * np.sqrt(2 / fan_in)


@INITIALIZERS.mistake(
    "xavier_normal uses the variance as the standard deviation: take its root.",
    "xavier_normal이 분산을 표준편차로 썼습니다. 제곱근을 취해야 합니다.",
    subject="xavier_normal",
)
def xavier_variance_for_std(fan_in, fan_out, rng):
    return rng.normal(0, 2 / (fan_in + fan_out), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "xavier_normal has the variance 1 / fan_in; here it is 2 / (fan_in + fan_out), between the two directions.",
    "xavier_normal의 분산이 1 / fan_in입니다. 여기서는 두 방향을 함께 고려한 2 / (fan_in + fan_out)입니다.",
    subject="xavier_normal",
)
def xavier_by_fan_in(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / fan_in), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "xavier_normal has the variance 1 / (fan_in + fan_out): the numerator is 2.",
    "xavier_normal의 분산이 1 / (fan_in + fan_out)입니다. 분자는 2입니다.",
    subject="xavier_normal",
)
def xavier_without_two(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / (fan_in + fan_out)), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "xavier_normal has the variance 2 / fan_in: that is He's rule. Xavier's is 2 / (fan_in + fan_out).",
    "xavier_normal의 분산이 2 / fan_in입니다. 이것은 He의 규칙이고, Xavier의 규칙은 2 / (fan_in + fan_out)입니다.",
    subject="xavier_normal",
)
def xavier_like_he(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "xavier_normal divides 2 by fan_in and then adds fan_out: put the sum fan_in + fan_out in parentheses.",
    "xavier_normal이 2를 fan_in으로 나눈 다음 fan_out을 더합니다. fan_in + fan_out을 괄호로 묶으십시오.",
    subject="xavier_normal",
)
def xavier_without_parentheses(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in + fan_out), (fan_in, fan_out))


@INITIALIZERS.mistake(
    "xavier_normal draws from a uniform distribution: the variance is right, but all values between the limits are "
    "equally likely. A normal distribution is asked for.",
    "xavier_normal이 균등분포에서 뽑습니다. 분산은 맞지만 두 한계 사이의 값이 모두 똑같이 자주 나옵니다. 정규분포에서 뽑으십시오.",
    subject="xavier_normal",
)
def xavier_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


class BatchNormOf:
    """A right layer; each mistake changes one thing."""

    axis = 0

    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):
        self.params = [gamma, beta]
        self.grads = [np.zeros(len(gamma)), np.zeros(len(beta))]
        self.momentum, self.eps = momentum, eps
        self.mean, self.var = np.zeros(len(gamma)), np.ones(len(gamma))

    def statistics(self, x):
        return x.mean(axis=0), x.var(axis=0)

    def record(self, mean, var, x):
        self.mean = self.momentum * self.mean + (1 - self.momentum) * mean
        self.var = self.momentum * self.var + (1 - self.momentum) * var

    def standardised(self, x, mean, var):
        return (x - mean) / np.sqrt(var + self.eps)

    def scaled(self, xhat):
        gamma, beta = self.params
        return gamma * xhat + beta

    def forward(self, x, train=False):
        mean, var = self.mean, self.var
        if train:
            mean, var = self.statistics(x)
            self.record(mean, var, x)
        return self.scaled(self.standardised(x, mean, var))


@BATCH_NORM.mistake(
    "The mean and the variance of each sample (axis=1) are taken; each column has its own, so axis=0.",
    "샘플마다(axis=1) 평균과 분산을 구했습니다. 열마다 구해야 하므로 axis=0입니다.",
)
class OverFeatures(BatchNormOf):
    def forward(self, x, train=False):
        if not train:
            return super().forward(x)
        mean, var = x.mean(axis=1, keepdims=True), x.var(axis=1, keepdims=True)
        self.record(mean.mean(), var.mean(), x)
        return self.scaled((x - mean) / np.sqrt(var + self.eps))


@BATCH_NORM.mistake(
    "One mean and one variance of the whole array are taken; every column has its own.",
    "배열 전체의 평균과 분산 하나씩을 썼습니다. 열마다 따로 구해야 합니다.",
)
class OverAll(BatchNormOf):
    def statistics(self, x):
        return x.mean(), x.var()


@BATCH_NORM.mistake(
    "The variance is divided by N - 1 (ddof=1); batch normalisation divides by N.",
    "분산을 N - 1로 나누었습니다(ddof=1). 배치 정규화에서는 N으로 나눕니다.",
)
class Unbiased(BatchNormOf):
    def statistics(self, x):
        return x.mean(axis=0), x.var(axis=0, ddof=1)


@BATCH_NORM.mistake(
    "The running variance is that of N - 1 (as PyTorch records it); here it is the one that was used, divided by N.",
    "이동 분산을 N - 1로 나눈 값으로 기록했습니다(PyTorch의 방식). 여기서는 실제로 쓴, N으로 나눈 분산을 기록합니다.",
)
class RecordsUnbiased(BatchNormOf):
    def record(self, mean, var, x):
        super().record(mean, var * len(x) / max(1, len(x) - 1), x)


@BATCH_NORM.mistake(
    "eps is added to the root: √var + eps. It belongs under the root: √(var + eps).",
    "eps를 제곱근에 더했습니다(√var + eps). 제곱근 안에 더해야 합니다(√(var + eps)).",
)
class EpsOutside(BatchNormOf):
    def standardised(self, x, mean, var):
        return (x - mean) / (np.sqrt(var) + self.eps)


@BATCH_NORM.mistake(
    "eps is left out: a column that never varies gives 0 / 0 = nan.",
    "eps가 없습니다. 값이 모두 같은 열에서 0 / 0 = nan이 됩니다.",
)
class NoEps(BatchNormOf):
    def standardised(self, x, mean, var):
        return (x - mean) / np.sqrt(var)


@BATCH_NORM.mistake(
    "eps is left out in prediction: there too it is added to the variance, under the root.",
    "예측할 때 eps가 빠졌습니다. 예측할 때도 제곱근 안의 분산에 더합니다.",
)
class NoEpsInTest(BatchNormOf):
    def forward(self, x, train=False):
        if train:
            return super().forward(x, train)
        return self.scaled((x - self.mean) / np.sqrt(self.var))


@BATCH_NORM.mistake(
    "1e-5 is written into the formula: take self.eps, which may be another number.",
    "식에 1e-5를 그대로 적었습니다. 다른 값일 수도 있으므로 self.eps를 쓰십시오.",
)
class FixedEps(BatchNormOf):
    def standardised(self, x, mean, var):
        return (x - mean) / np.sqrt(var + 1e-5)


@BATCH_NORM.mistake(
    "x is divided by the variance; divide by its root, the standard deviation.",
    "분산으로 나누었습니다. 그 제곱근인 표준편차로 나누십시오.",
)
class DividesByVariance(BatchNormOf):
    def standardised(self, x, mean, var):
        return (x - mean) / (var + self.eps)


@BATCH_NORM.mistake(
    "gamma and beta are left out: the result is x̂, not gamma · x̂ + beta.",
    "gamma와 beta를 쓰지 않았습니다. 결과가 gamma · x̂ + beta가 아니라 x̂입니다.",
)
class NoScale(BatchNormOf):
    def scaled(self, xhat):
        return xhat


@BATCH_NORM.mistake(
    "The momentum is the other way round: it is the share of the old value that stays, 1 - momentum that of the batch.",
    "momentum이 반대로 되었습니다. momentum은 예전 값이 남는 비율이고, 배치의 비율은 1 - momentum입니다.",
)
class MomentumInverted(BatchNormOf):
    def record(self, mean, var, x):
        self.mean = (1 - self.momentum) * self.mean + self.momentum * mean
        self.var = (1 - self.momentum) * self.var + self.momentum * var


@BATCH_NORM.mistake(
    "The running values are those of the last batch only: the old ones must keep a share of momentum.",
    "마지막 배치의 값만 기록했습니다. 예전 값을 momentum만큼 남겨야 합니다.",
)
class KeepsTheLast(BatchNormOf):
    def record(self, mean, var, x):
        self.mean, self.var = mean, var


@BATCH_NORM.mistake(
    "Training records nothing: layer.mean and layer.var still hold the 0 and 1 that they began with.",
    "학습할 때 아무것도 기록하지 않습니다. layer.mean과 layer.var가 처음의 0과 1 그대로입니다.",
)
class RecordsNothing(BatchNormOf):
    def record(self, mean, var, x):
        pass


@BATCH_NORM.mistake(
    "layer.var holds a standard deviation: record the variance, before the root is taken.",
    "layer.var에 표준편차를 기록했습니다. 제곱근을 취하기 전의 분산을 기록하십시오.",
)
class RecordsStd(BatchNormOf):
    def record(self, mean, var, x):
        super().record(mean, np.sqrt(var), x)


@BATCH_NORM.mistake(
    "layer.var holds the variance plus eps: record the variance itself, and add eps only under the root.",
    "layer.var에 eps까지 더한 값을 기록했습니다. 분산만 기록하고, eps는 제곱근 안에서만 더하십시오.",
)
class RecordsEps(BatchNormOf):
    def record(self, mean, var, x):
        super().record(mean, var + self.eps, x)


@BATCH_NORM.mistake(
    "The running values are kept in the class: all layers share them. Keep them in self.",
    "이동 값을 클래스에 두었습니다. 모든 층이 함께 쓰게 되므로 self에 두십시오.",
)
class SharedAverages(BatchNormOf):
    kept = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        SharedAverages.kept = self.mean, self.var

    def record(self, mean, var, x):
        self.mean, self.var = SharedAverages.kept
        super().record(mean, var, x)
        SharedAverages.kept = self.mean, self.var


@BATCH_NORM.mistake(
    "In training x is normalised by the running values; the batch's own mean and variance belong there.",
    "학습할 때 이동 값으로 정규화했습니다. 그 배치의 평균과 분산을 써야 합니다.",
)
class RunningInTraining(BatchNormOf):
    def forward(self, x, train=False):
        if train:
            self.record(*self.statistics(x), x)
        return self.scaled(self.standardised(x, self.mean, self.var))


@BATCH_NORM.mistake(
    "Prediction takes the mean and the variance of its own batch: use layer.mean and layer.var.",
    "예측할 때도 그 배치의 평균과 분산을 씁니다. layer.mean과 layer.var를 쓰십시오.",
)
class BatchInTest(BatchNormOf):
    def forward(self, x, train=False):
        mean, var = self.statistics(x)
        if train:
            self.record(mean, var, x)
        return self.scaled(self.standardised(x, mean, var))


@BATCH_NORM.mistake(
    "train is True by default: forward(x) without train is a prediction. Write train=False in the definition.",
    "train의 기본값이 True입니다. train을 주지 않은 forward(x)는 예측입니다. 정의에 train=False로 쓰십시오.",
)
class TrainByDefault(BatchNormOf):
    def forward(self, x, train=True):
        return super().forward(x, train)


@BATCH_NORM.mistake(
    "For prediction x is divided by layer.var; its root belongs there.",
    "예측할 때 layer.var로 나누었습니다. 그 제곱근으로 나누어야 합니다.",
)
class VarianceInTest(BatchNormOf):
    def forward(self, x, train=False):
        if train:
            return super().forward(x, train)
        return self.scaled((x - self.mean) / (self.var + self.eps))


@BATCH_NORM.mistake(
    "Prediction changes the running values: only training may record a batch.",
    "예측할 때 이동 값이 바뀝니다. 학습할 때만 기록해야 합니다.",
)
class RecordsInTest(BatchNormOf):
    def forward(self, x, train=False):
        out = super().forward(x, train)
        if not train:
            self.record(*self.statistics(x), x)
        return out


@BATCH_NORM.mistake(
    "x itself is changed (x -= mean): the layer before may still need it. Make a new array.",
    "x 자체를 바꾸었습니다(x -= mean). 앞의 층이 아직 쓸 수 있으므로 새 배열을 만드십시오.",
)
class NormalisesInPlace(BatchNormOf):
    def standardised(self, x, mean, var):
        if x.dtype.kind != "f":
            return super().standardised(x, mean, var)
        x -= mean
        x /= np.sqrt(var + self.eps)
        return x


def parts(x, eps, ddof=0):
    std = np.sqrt(x.var(axis=0, ddof=ddof) + eps)
    return (x - x.mean(axis=0)) / std, std


def gradients(dout, xhat, std, gamma):
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    return gamma / std * (dout - dbeta / len(dout) - xhat * dgamma / len(dout)), dgamma, dbeta


@BACKWARD.mistake(
    "dx is gamma / √(var + eps) · dout: that takes the mean and the variance for constants, but both depend on x.",
    "dx가 gamma / √(var + eps) · dout입니다. 평균과 분산을 상수로 본 것인데, 둘 다 x에 따라 달라집니다.",
)
def constant_statistics(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    return gamma / std * dout, np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)


@BACKWARD.mistake(
    "The way through the mean is missing: subtract the mean of dout in each column.",
    "평균을 지나는 길이 빠졌습니다. 열마다 dout의 평균을 빼십시오.",
)
def constant_mean(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    return gamma / std * (dout - xhat * dgamma / len(x)), dgamma, dbeta


@BACKWARD.mistake(
    "The way through the variance is missing: subtract x̂ times the mean of dout · x̂ in each column.",
    "분산을 지나는 길이 빠졌습니다. 열마다 x̂과 (dout · x̂의 평균)을 곱해 빼십시오.",
)
def constant_variance(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    return gamma / std * (dout - dbeta / len(x)), dgamma, dbeta


@BACKWARD.mistake(
    "dx subtracts the sums of dout and dout · x̂; divide both by N first, they are means.",
    "dx에서 dout과 dout · x̂의 합을 뺐습니다. N으로 나눈 평균을 빼야 합니다.",
)
def sums_for_means(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    return gamma / std * (dout - dbeta - xhat * dgamma), dgamma, dbeta


@BACKWARD.mistake(
    "dx subtracts means over the whole array (np.mean without axis); every column has its own, axis=0.",
    "dx에서 배열 전체의 평균(axis를 주지 않은 np.mean)을 뺐습니다. 열마다(axis=0) 따로 구하십시오.",
)
def means_of_everything(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    dx = gamma / std * (dout - np.mean(dout) - xhat * np.mean(dout * xhat))
    return dx, np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)


@BACKWARD.mistake(
    "dout is multiplied by gamma before dgamma and dbeta are summed: both are sums of dout itself.",
    "dgamma와 dbeta를 더하기 전에 dout에 gamma를 곱했습니다. 둘 다 dout 그대로를 써서 더합니다.",
)
def gamma_too_early(dout, x, gamma, eps=1e-5):
    return gradients(dout * gamma, *parts(x, eps), 1.0)


@BACKWARD.mistake(
    "dgamma was multiplied by gamma: it is the sum of dout · x̂ alone.",
    "dgamma에 gamma를 곱했습니다. dgamma는 dout · x̂을 더한 것뿐입니다.",
)
def gamma_in_dgamma(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx, gamma * dgamma, dbeta


@BACKWARD.mistake(
    "dgamma and dbeta are exchanged: the order is dx, dgamma, dbeta, and the sum with x̂ is dgamma.",
    "dgamma와 dbeta의 자리가 바뀌었습니다. 순서는 dx, dgamma, dbeta이고, x̂을 곱해 더한 것이 dgamma입니다.",
)
def exchanged_gradients(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx, dbeta, dgamma


@BACKWARD.mistake(
    "The variance is divided by N - 1 (ddof=1): the way forward divides by N.",
    "분산을 N - 1로 나누었습니다(ddof=1). 순전파에서는 N으로 나눕니다.",
)
def backward_unbiased(dout, x, gamma, eps=1e-5):
    return gradients(dout, *parts(x, eps, ddof=1), gamma)


@BACKWARD.mistake(
    "gamma is missing in dx: dout passes gamma before it reaches x̂.",
    "dx에 gamma가 없습니다. dout은 x̂에 이르기 전에 gamma를 지납니다.",
)
def no_gamma(dout, x, gamma, eps=1e-5):
    return gradients(dout, *parts(x, eps), 1.0)


@BACKWARD.mistake(
    "dx is not divided by √(var + eps): x̂ changes by 1 / √(var + eps) when x changes by 1.",
    "dx를 √(var + eps)로 나누지 않았습니다. x가 1 바뀌면 x̂은 1 / √(var + eps)만큼 바뀝니다.",
)
def not_divided(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx * parts(x, eps)[1], dgamma, dbeta


@BACKWARD.mistake(
    "dgamma is Σ dout · x: gamma multiplies x̂, so x̂ belongs there.",
    "dgamma가 Σ dout · x입니다. gamma는 x̂에 곱하므로 x가 아니라 x̂을 써야 합니다.",
)
def dgamma_from_x(dout, x, gamma, eps=1e-5):
    dx, _, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx, np.sum(dout * x, axis=0), dbeta


@BACKWARD.mistake(
    "dgamma and dbeta have the shape (1, D): gamma and beta are (D,), so sum without keepdims.",
    "dgamma와 dbeta의 shape이 (1, D)입니다. gamma와 beta는 (D,)이므로 keepdims 없이 더하십시오.",
)
def kept_dims(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx, dgamma[None], dbeta[None]


@BACKWARD.mistake(
    "dgamma and dbeta are means over the batch; a parameter's gradient is the sum over the samples.",
    "dgamma와 dbeta가 배치의 평균입니다. 매개변수의 그래디언트는 샘플에 걸친 합입니다.",
)
def means_for_sums(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    return dx, dgamma / len(x), dbeta / len(x)


@BACKWARD.mistake(
    "dgamma and dbeta keep one number for each sample: both must be summed over the batch, axis 0.",
    "dgamma와 dbeta에 샘플마다 수가 남아 있습니다. 배치에 걸쳐(axis=0) 더해야 합니다.",
)
def not_summed(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    return gradients(dout, xhat, std, gamma)[0], dout * xhat, dout


@BACKWARD.mistake(
    "The sums run over the features (axis=1): mean, variance and both sums are taken down each column, axis=0.",
    "특징에 걸쳐(axis=1) 더했습니다. 평균, 분산, 두 합 모두 열을 따라(axis=0) 구합니다.",
)
def wrong_axis(dout, x, gamma, eps=1e-5):
    xhat, std = parts(x, eps)
    dgamma, dbeta = np.sum(dout * xhat, axis=1), np.sum(dout, axis=1)
    return gamma / std * (dout - np.mean(dout, axis=1, keepdims=True) - xhat * dgamma[:, None]), dgamma, dbeta


@BACKWARD.mistake(
    "eps is added to the root, not under it: √var + eps is not what went forward.",
    "eps를 제곱근 안이 아니라 밖에 더했습니다. √var + eps는 순전파에서 쓴 식이 아닙니다.",
)
def backward_eps_outside(dout, x, gamma, eps=1e-5):
    std = x.std(axis=0) + eps
    return gradients(dout, (x - x.mean(axis=0)) / std, std, gamma)


@BACKWARD.mistake(
    "The argument eps is ignored: 1e-5 is written into the formula.",
    "인수 eps를 쓰지 않고 식에 1e-5를 그대로 적었습니다.",
)
def fixed_eps(dout, x, gamma, eps=1e-5):
    return gradients(dout, *parts(x, 1e-5), gamma)


@BACKWARD.mistake(
    "dout itself is changed (dout *= gamma): whoever gave it may still need it.",
    "dout 자체를 바꾸었습니다(dout *= gamma). 다른 곳에서 아직 쓸 수 있으므로 새 배열을 만드십시오.",
)
def changes_dout(dout, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = gradients(dout, *parts(x, eps), gamma)
    dout *= gamma
    return dx, dgamma, dbeta


class DropoutOf:
    """A right layer; each mistake changes one thing."""

    def __init__(self, ratio, rng):
        self.params, self.grads = [], []
        self.ratio, self.rng = ratio, rng

    def draw(self, shape):
        return self.rng.random(shape)

    def drawn(self, x):
        return (self.draw(x.shape) >= self.ratio) / (1 - self.ratio)

    def forward(self, x, train=False):
        self.mask = self.drawn(x) if train else 1.0
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


@DROPOUT.mistake(
    "Kept and dropped are swapped: `ratio` is the share that becomes 0, not the share that stays.",
    "남는 것과 없애는 것이 뒤바뀌었습니다. ratio는 남는 비율이 아니라 0이 되는 비율입니다.",
)
class Swapped(DropoutOf):
    def drawn(self, x):
        return (self.draw(x.shape) < self.ratio) / (1 - self.ratio)


@DROPOUT.mistake(
    "ratio is used as the share that stays, also in the scale: a share of 1 - ratio is dropped, the rest times 1 / ratio.",
    "ratio를 남는 비율로 썼고 배율도 그에 맞추었습니다. ratio는 0이 되는 비율이고, 배율은 1 / (1 - ratio)입니다.",
)
class RatioKept(DropoutOf):
    def drawn(self, x):
        return (self.draw(x.shape) < self.ratio) / self.ratio if self.ratio else np.zeros(x.shape)


@DROPOUT.mistake(
    "What is kept is not divided by 1 - ratio: in training the next layer gets smaller sums than in prediction.",
    "남은 수를 1 - ratio로 나누지 않았습니다. 다음 층이 학습할 때 받는 합이 예측할 때보다 작아집니다.",
)
class NotInverted(DropoutOf):
    def drawn(self, x):
        return 1.0 * (self.draw(x.shape) >= self.ratio)


@DROPOUT.mistake(
    "What is kept is not divided in training, and prediction is multiplied by 1 - ratio instead (the first form of "
    "dropout). Here prediction leaves x as it is.",
    "학습할 때 나누지 않고 예측할 때 1 - ratio를 곱했습니다(처음 나온 드롭아웃의 방식). 여기서는 예측할 때 x를 그대로 둡니다.",
)
class ScalesInTest(DropoutOf):
    def forward(self, x, train=False):
        self.mask = 1.0 * (self.draw(x.shape) >= self.ratio) if train else 1 - self.ratio
        return x * self.mask


@DROPOUT.mistake(
    "What is kept is divided by ratio; the share that stays is 1 - ratio.",
    "남은 수를 ratio로 나누었습니다. 남는 비율은 1 - ratio입니다.",
)
class DividesByRatio(DropoutOf):
    def drawn(self, x):
        return (self.draw(x.shape) >= self.ratio) / np.float64(self.ratio)


@DROPOUT.mistake(
    "Numbers are dropped in prediction too: look at train before you draw a mask.",
    "예측할 때도 수를 0으로 만듭니다. 마스크를 뽑기 전에 train을 확인하십시오.",
)
class ActiveInTest(DropoutOf):
    def forward(self, x, train=False):
        return super().forward(x, True)


@DROPOUT.mistake(
    "train is True by default: forward(x) without train is a prediction. Write train=False in the definition.",
    "train의 기본값이 True입니다. train을 주지 않은 forward(x)는 예측입니다. 정의에 train=False로 쓰십시오.",
)
class DropsByDefault(DropoutOf):
    def forward(self, x, train=True):
        return super().forward(x, train)


@DROPOUT.mistake(
    "train is the wrong way round: numbers are dropped in prediction, and in training nothing is.",
    "train을 반대로 보았습니다. 예측할 때 수를 0으로 만들고, 학습할 때는 그대로 둡니다.",
)
class TrainInverted(DropoutOf):
    def forward(self, x, train=False):
        return super().forward(x, not train)


@DROPOUT.mistake(
    "backward draws a mask of its own: the gradient must pass exactly where x passed, so keep the mask of forward.",
    "backward가 마스크를 새로 뽑습니다. 그래디언트는 x가 통과한 자리만 통과해야 하므로 forward의 마스크를 쓰십시오.",
)
class NewMaskBack(DropoutOf):
    def backward(self, dout):
        return dout * (self.drawn(dout) if np.ndim(self.mask) else 1.0)


@DROPOUT.mistake(
    "backward passes dout on without a mask: where x was dropped no gradient may pass.",
    "backward가 마스크 없이 dout을 그대로 넘깁니다. x가 0이 된 자리로는 그래디언트가 지나가면 안 됩니다.",
)
class NoMaskBack(DropoutOf):
    def backward(self, dout):
        return 1.0 * dout


@DROPOUT.mistake(
    "backward multiplies by 0 or 1 only: what passed was multiplied by 1 / (1 - ratio), and so is its gradient.",
    "backward에서 0이나 1만 곱했습니다. 통과한 수에 1 / (1 - ratio)를 곱했으니 그래디언트에도 곱해야 합니다.",
)
class UnscaledBack(DropoutOf):
    def backward(self, dout):
        return dout * (np.asarray(self.mask) > 0)


@DROPOUT.mistake(
    "The mask is read off the output: where x itself is 0, a kept number looks dropped. Keep the mask.",
    "출력이 0인지로 마스크를 정합니다. x가 0이면 남은 수도 버려진 것처럼 보입니다. 마스크를 저장하십시오.",
)
class MaskFromOutput(DropoutOf):
    def forward(self, x, train=False):
        self.out, self.train = super().forward(x, train), train
        return self.out

    def backward(self, dout):
        return dout * (self.out != 0) / (1 - self.ratio) if self.train else dout


@DROPOUT.mistake(
    "backward changes the kept mask: a second call gives something else.",
    "backward가 저장한 마스크를 바꿔서 다시 부르면 결과가 달라집니다.",
)
class MaskUsedUp(DropoutOf):
    def backward(self, dout):
        self.mask *= dout
        return self.mask


@DROPOUT.mistake(
    "forward in prediction leaves the old mask in place: a backward after it still blocks what training dropped.",
    "예측할 때 이전 마스크가 그대로 남습니다. 그 뒤의 backward가 학습 때 0이 된 자리를 여전히 막습니다.",
)
class StaleMask(DropoutOf):
    def forward(self, x, train=False):
        return super().forward(x, True) if train else x


@DROPOUT.mistake(
    "The mask is drawn once and then kept: every batch loses the same units. Draw it in each call of forward.",
    "마스크를 한 번만 뽑아 계속 씁니다. 모든 배치에서 같은 유닛이 빠집니다. forward를 부를 때마다 뽑으십시오.",
)
class SameMask(DropoutOf):
    once = None

    def drawn(self, x):
        if self.once is None:
            self.once = super().drawn(x)
        return self.once


@DROPOUT.mistake(
    "Exactly the share ratio is dropped in each call: each number is drawn by itself, so that the count varies.",
    "부를 때마다 정확히 ratio의 비율만큼 버립니다. 수마다 따로 뽑아야 하므로 버려지는 개수는 매번 달라집니다.",
)
class ExactShare(DropoutOf):
    def drawn(self, x):
        mask = np.full(x.size, 1 / (1 - self.ratio))
        mask[self.rng.permutation(x.size)[: int(self.ratio * x.size)]] = 0
        return mask.reshape(x.shape)


@DROPOUT.mistake(
    "The mask comes from NumPy's global generator, not from the rng that the layer was given.",
    "층이 받은 rng 대신 NumPy의 전역 난수로 마스크를 뽑았습니다.",
)
class GlobalRandom(DropoutOf):
    def draw(self, shape):
        return np.random.random(shape)


@DROPOUT.mistake(
    "One mask serves all samples of the batch: the draw has the shape of one row, x.shape[1:], not of x.",
    "배치의 모든 샘플이 마스크 하나를 함께 씁니다. x 전체가 아니라 한 행(x.shape[1:])만큼만 뽑았습니다.",
)
class OneRow(DropoutOf):
    def draw(self, shape):
        return np.broadcast_to(self.rng.random(shape[1:]), shape)


@DROPOUT.mistake(
    "backward writes into dout itself (dout *= mask); make a new array.",
    "backward가 dout 자체에 씁니다(dout *= mask). 새 배열을 만드십시오.",
)
class BackInPlace(DropoutOf):
    def backward(self, dout):
        dout *= self.mask
        return dout


@DROPOUT.mistake(
    "forward writes into x itself (x *= mask); make a new array.",
    "forward가 x 자체에 씁니다(x *= mask). 새 배열을 만드십시오.",
)
class DropsInPlace(DropoutOf):
    def forward(self, x, train=False):
        self.mask = self.drawn(x) if train else 1.0
        x *= self.mask
        return x


def cost(arrays, lam):
    return lam / 2 * sum(np.sum(W**2) for W in arrays)


def weights(params):
    return [p for p in params if p.ndim > 1]


def shares(params, lam):
    return [lam * p if p.ndim > 1 else np.zeros_like(p) for p in params]


@DECAY.mistake(
    "Biases decay too: leave out the arrays with one axis, in the loss and in the gradients (zeros).",
    "편향에도 벌점을 매겼습니다. 축이 하나인 배열은 손실에서도 그래디언트에서도(0) 빼십시오.",
)
def decays_biases(params, lam):
    return cost(params, lam), [lam * p for p in params]


@DECAY.mistake(
    "The loss leaves the biases out, but their gradients are lam · b: they must be zeros.",
    "손실에서는 편향을 뺐지만 그래디언트는 lam · b입니다. 0이어야 합니다.",
)
def bias_gradients(params, lam):
    return cost(weights(params), lam), [lam * p for p in params]


@DECAY.mistake(
    "Only arrays with exactly two axes count as weights (ndim == 2); filters have four. Leave out those with one axis.",
    "축이 꼭 두 개인 배열만 가중치로 보았습니다(ndim == 2). 필터는 축이 네 개입니다. 축이 하나인 배열만 빼십시오.",
)
def only_matrices(params, lam):
    matrices = [p for p in params if p.ndim == 2]
    return cost(matrices, lam), [lam * (p.ndim == 2) * p for p in params]


@DECAY.mistake(
    "The ½ is missing in the loss: with lam · Σ W² the gradient would be 2 · lam · W.",
    "손실에 ½이 없습니다. lam · Σ W²이라면 그래디언트가 2 · lam · W가 됩니다.",
)
def no_half(params, lam):
    return 2 * cost(weights(params), lam), shares(params, lam)


@DECAY.mistake(
    "The gradient is 2 · lam · W: the 2 of the square and the ½ of the loss cancel.",
    "그래디언트가 2 · lam · W입니다. 제곱에서 나온 2와 손실의 ½이 상쇄됩니다.",
)
def doubled_gradient(params, lam):
    return cost(weights(params), lam), [2 * g for g in shares(params, lam)]


@DECAY.mistake(
    "The loss takes the root (the norm); the squares themselves are added up.",
    "손실에서 제곱근(노름)을 취했습니다. 제곱한 값을 그대로 더합니다.",
)
def norm_not_squared(params, lam):
    return lam / 2 * sum(np.linalg.norm(W) for W in weights(params)), shares(params, lam)


@DECAY.mistake(
    "The weights are added first and the sum is squared: square each weight, then add.",
    "먼저 더한 다음 제곱했습니다. 가중치를 하나씩 제곱한 다음 더하십시오.",
)
def square_of_sum(params, lam):
    return lam / 2 * sum(np.sum(W) ** 2 for W in weights(params)), shares(params, lam)


@DECAY.mistake(
    "The loss is that of the last weights only: each turn of the loop overwrites it. Add up with +=.",
    "손실이 마지막 가중치만의 것입니다. 반복할 때마다 덮어쓰므로 +=로 더하십시오.",
)
def loss_of_the_last(params, lam):
    loss = 0.0
    for W in weights(params):
        loss = lam / 2 * np.sum(W**2)
    return loss, shares(params, lam)


@DECAY.mistake(
    "The loss is a mean of the squares; here it is their sum, however many weights there are.",
    "손실이 제곱의 평균입니다. 가중치가 몇 개든 합을 씁니다.",
)
def mean_of_squares(params, lam):
    return lam / 2 * sum(np.mean(W**2) for W in weights(params)), shares(params, lam)


@DECAY.mistake(
    "The biases have no entry in grads: the list must have as many arrays as params, zeros for biases.",
    "grads에 편향의 자리가 없습니다. 배열의 수가 params와 같아야 하고, 편향의 자리에는 0을 넣습니다.",
)
def shorter_list(params, lam):
    return cost(weights(params), lam), [lam * W for W in weights(params)]


@DECAY.mistake(
    "weight_decay changes the parameters themselves (p *= lam); that is the optimizer's work.",
    "weight_decay가 매개변수 자체를 바꿉니다(p *= lam). 그것은 옵티마이저가 할 일입니다.",
)
def shrinks_params(params, lam):
    loss, kept = cost(weights(params), lam), []
    for p in params:
        p *= lam if p.ndim > 1 else 0
        kept.append(p)
    return loss, kept


@DECAY.mistake(
    "add_decay overwrites the gradients of the data: add to what stands in grads.",
    "add_decay가 데이터의 그래디언트를 덮어씁니다. grads에 들어 있는 값에 더하십시오.",
    subject="add_decay",
)
def overwrites(params, grads, lam):
    for g, extra in zip(grads, shares(params, lam), strict=True):
        g[...] = extra
    return cost(weights(params), lam)


@DECAY.mistake(
    "add_decay adds to the gradients of the biases too: what weight_decay returns for them is zeros.",
    "add_decay가 편향의 그래디언트에도 더합니다. weight_decay는 편향의 자리에 0을 돌려줍니다.",
    subject="add_decay",
)
def adds_for_biases(params, grads, lam):
    for g, p in zip(grads, params, strict=True):
        g += lam * p
    return cost(weights(params), lam)


@DECAY.mistake(
    "add_decay puts new arrays into the list: the layers' own arrays keep their old values. Add in place, g += ...",
    "add_decay가 리스트에 새 배열을 넣습니다. 층이 가진 배열은 그대로이므로, g += ...처럼 그 배열에 더하십시오.",
    subject="add_decay",
)
def rebinds(params, grads, lam):
    for i, extra in enumerate(shares(params, lam)):
        grads[i] = grads[i] + extra
    return cost(weights(params), lam)


@DECAY.mistake(
    "add_decay changes the weights instead of their gradients.",
    "add_decay가 그래디언트가 아니라 가중치를 바꿉니다.",
    subject="add_decay",
)
def changes_weights(params, grads, lam):
    loss = cost(weights(params), lam)
    for p, extra in zip(params, shares(params, lam), strict=True):
        p -= extra
    return loss
