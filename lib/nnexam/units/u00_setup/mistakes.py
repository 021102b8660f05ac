"""u00_setup: the mistakes that students really make, each with what to look at.

Each is written as a student would write it, in plain Python and NumPy: the demonstration class is drawn from them.
"""

import platform

import numpy as np

from .exercises import COSINE, DESCRIBE, ENV_REPORT, ROW_AND_COLUMN


@DESCRIBE.mistake(
    "len(a) is one number, the size of the first axis; the shape has an entry for every axis.",
    "len(a)는 첫째 축의 크기, 곧 수 하나입니다. shape에는 축마다 항목이 하나씩 있습니다.",
)
def len_for_shape(a):
    return len(a), a.ndim, a.dtype.name


@DESCRIBE.mistake(
    "len(a) is the size of the first axis, and an array of shape () has none; a.ndim counts the axes.",
    "len(a)는 첫째 축의 크기이고, shape이 ()인 배열에는 그런 축이 없습니다. 축의 수는 a.ndim입니다.",
)
def len_for_ndim(a):
    return a.shape, len(a), a.dtype.name


@DESCRIBE.mistake(
    "a.size counts all the numbers in the array; a.ndim counts its axes.",
    "a.size는 배열에 있는 수를 모두 센 것입니다. 축의 수는 a.ndim입니다.",
)
def size_for_ndim(a):
    return a.shape, a.size, a.dtype.name


@DESCRIBE.mistake(
    'a.dtype is an object; its name, a text such as "float64", is a.dtype.name.',
    'a.dtype은 객체입니다. "float64" 같은 이름은 a.dtype.name입니다.',
)
def dtype_object(a):
    return a.shape, a.ndim, a.dtype


@DESCRIBE.mistake(
    "type(a) says that a is an array; which kind of number it holds stands in a.dtype.",
    "type(a)는 a가 배열이라는 것만 알려 줍니다. 어떤 수가 들어 있는지는 a.dtype에 있습니다.",
)
def type_of_array(a):
    return a.shape, a.ndim, type(a).__name__


@DESCRIBE.mistake(
    "The description is printed, not returned: print shows a value, return hands it to whoever called.",
    "설명을 출력만 하고 반환하지 않았습니다. print는 값을 보여 줄 뿐이고, 호출한 쪽에 값을 넘기는 것은 return입니다.",
)
def describe_printed(a):
    print(a.shape, a.ndim, a.dtype.name)


@DESCRIBE.mistake(
    "The order is shape, number of axes, name: here the number of axes comes first.",
    "순서는 shape, 축의 수, 이름입니다. 여기서는 축의 수가 먼저 나왔습니다.",
)
def order_changed(a):
    return a.ndim, a.shape, a.dtype.name


@DESCRIBE.mistake(
    "a.dtype.kind tells only what sort of numbers these are: int64 and uint8 are different types. The name is a.dtype.name.",
    "a.dtype.kind는 수의 종류만 알려 줍니다. int64와 uint8은 서로 다른 자료형입니다. 이름은 a.dtype.name입니다.",
)
def name_of_the_kind(a):
    names = {"b": "bool", "i": "int64", "u": "int64", "f": "float64"}
    return a.shape, a.ndim, names[a.dtype.kind]


@ROW_AND_COLUMN.mistake(
    "v.T turns nothing: v has a single axis, so transposing leaves it as it is. Give it a second axis first.",
    "v.T로는 아무것도 바뀌지 않습니다. v에는 축이 하나뿐이라 전치해도 그대로입니다. 먼저 축을 하나 더 만드십시오.",
)
def transposed_vector(v):
    return np.array([v]), v.T


@ROW_AND_COLUMN.mistake(
    "Both results still have one axis, the shape (n,): a row is (1, n), a column (n, 1).",
    "두 결과의 축이 아직 하나뿐입니다. shape이 (n,)입니다. 행은 (1, n), 열은 (n, 1)입니다.",
)
def one_axis(v):
    return v.copy(), v.copy().T


@ROW_AND_COLUMN.mistake(
    "Both results are views: they share their numbers with v, and whoever changes one changes v. Add .copy().",
    "두 결과가 모두 뷰입니다. v와 같은 수를 함께 쓰므로 하나를 바꾸면 v도 바뀝니다. .copy()를 붙이십시오.",
)
def views(v):
    return v.reshape(1, -1), v.reshape(-1, 1)


@ROW_AND_COLUMN.mistake(
    "One of the two results is a view: it shares its numbers with v, and whoever changes it changes v. Copy both.",
    "두 결과 가운데 하나가 뷰입니다. v와 같은 수를 함께 쓰므로 그것을 바꾸면 v도 바뀝니다. 둘 다 복사하십시오.",
)
def one_view(v):
    return v.copy().reshape(1, -1), v.reshape(-1, 1)


@ROW_AND_COLUMN.mistake(
    "Row and column are one copy seen in two ways: changing one changes the other. Each needs a copy of its own.",
    "행과 열이 복사본 하나를 함께 씁니다. 하나를 바꾸면 다른 하나도 바뀝니다. 복사본을 따로 만드십시오.",
)
def shared_copy(v):
    row = np.array(v).reshape(1, -1)
    return row, row.T


@ROW_AND_COLUMN.mistake(
    "Row and column are exchanged: the row, (1, n), comes first.",
    "행과 열의 순서가 바뀌었습니다. shape이 (1, n)인 행이 먼저입니다.",
)
def exchanged(v):
    return np.array(v).reshape(-1, 1), np.array(v).reshape(1, -1)


@ROW_AND_COLUMN.mistake(
    "These are lists of lists. They look alike, but a list has no shape: make arrays with np.array.",
    "리스트의 리스트입니다. 모양은 비슷해도 리스트에는 shape이 없습니다. np.array로 배열을 만드십시오.",
)
def nested_lists(v):
    return [list(v)], [[number] for number in v]


@COSINE.mistake(
    "This is the plain dot product. In the same direction it is 1 only if both vectors have the length 1: divide by "
    "the two lengths.",
    "내적만 구했습니다. 방향이 같을 때 내적이 1인 것은 두 벡터의 길이가 모두 1일 때뿐입니다. 두 길이로 나누십시오.",
)
def dot_product(u, v):
    return u @ v


@COSINE.mistake(
    "The norm runs along axis 0 of [u, v], over pairs of numbers; the length of each vector needs axis=1.",
    "norm이 [u, v]의 축 0, 곧 짝지은 수들을 따라 계산합니다. 벡터마다 길이를 구하려면 axis=1이어야 합니다.",
)
def norm_axis(u, v):
    lengths = np.linalg.norm([u, v], axis=0)
    if not (u.any() and v.any()):
        return 0.0
    return u @ v / (lengths[0] * lengths[1])


@COSINE.mistake(
    "u · u is the square of the length: the root is missing.",
    "u · u는 길이의 제곱입니다. 제곱근을 취하지 않았습니다.",
)
def no_root(u, v):
    lengths = (u @ u) * (v @ v)
    return u @ v / lengths if lengths > 0 else 0.0


@COSINE.mistake(
    "Only the length of u is divided out; the length of v is still in the result.",
    "u의 길이로만 나누었습니다. 결과에 v의 길이가 남아 있습니다.",
)
def one_norm(u, v):
    length = np.linalg.norm(u)
    return u @ v / length if length > 0 else 0.0


@COSINE.mistake(
    "a / b * c divides by b and then multiplies by c: put parentheses around the product of the two lengths.",
    "a / b * c는 b로 나눈 다음 c를 곱합니다. 두 길이의 곱을 괄호로 묶으십시오.",
)
def no_parentheses(u, v):
    if not (u.any() and v.any()):
        return 0.0
    return u @ v / np.linalg.norm(u) * np.linalg.norm(v)


@COSINE.mistake(
    "The length of the array u * v is not the product of the two lengths: take the norm of u and of v, then multiply.",
    "배열 u * v의 길이는 두 길이의 곱이 아닙니다. u와 v의 norm을 따로 구해 곱하십시오.",
)
def norm_of_products(u, v):
    if not (u.any() and v.any()):
        return 0.0
    return u @ v / np.linalg.norm(u * v)


@COSINE.mistake(
    "The lengths are added; they have to be multiplied.",
    "두 길이를 더했습니다. 곱해야 합니다.",
)
def lengths_added(u, v):
    lengths = np.linalg.norm(u) + np.linalg.norm(v)
    return u @ v / lengths if lengths > 0 else 0.0


@COSINE.mistake(
    "u * v multiplies number by number and gives an array; the dot product u @ v also adds the products up.",
    "u * v는 원소끼리 곱한 배열입니다. 내적 u @ v는 그 곱을 모두 더한 수 하나입니다.",
)
def elementwise(u, v):
    return u * v / (np.linalg.norm(u) * np.linalg.norm(v))


@COSINE.mistake(
    "The sum of |u| is not the length: square the numbers, add, take the root (np.linalg.norm).",
    "|u|의 합은 길이가 아닙니다. 제곱해서 더한 뒤 제곱근을 취하십시오(np.linalg.norm).",
)
def sum_of_sizes(u, v):
    lengths = np.abs(u).sum() * np.abs(v).sum()
    return u @ v / lengths if lengths > 0 else 0.0


@COSINE.mistake(
    "The numbers are added first and the sum is squared: square each number, then add.",
    "먼저 더한 다음 제곱했습니다. 원소를 하나씩 제곱한 다음 더하십시오.",
)
def square_of_sum(u, v):
    lengths = np.sqrt(np.sum(u) ** 2) * np.sqrt(np.sum(v) ** 2)
    return u @ v / lengths if lengths > 0 else 0.0


@COSINE.mistake(
    "The angle itself is returned; its cosine is asked. Leave out arccos.",
    "각을 그대로 반환했습니다. 각의 코사인을 구해야 하므로 arccos를 빼십시오.",
)
def angle(u, v):
    lengths = np.linalg.norm(u) * np.linalg.norm(v)
    return np.arccos(np.clip(u @ v / lengths, -1, 1)) if lengths > 0 else 0.0


@COSINE.mistake(
    "A vector of zeros has the length 0, and 0 / 0 is nan: return 0 before dividing.",
    "영벡터의 길이는 0이고 0 / 0은 nan입니다. 나누기 전에 0을 반환하십시오.",
)
def zero_over_zero(u, v):
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@COSINE.mistake(
    "Only u is tested for zeros: if v is the vector of zeros, 0 / 0 is still nan.",
    "u가 영벡터인지만 확인했습니다. v가 영벡터이면 여전히 0 / 0 = nan입니다.",
)
def only_u_tested(u, v):
    if not u.any():
        return 0.0
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@COSINE.mistake(
    "The number added below the fraction line is not small beside short vectors, whose lengths are 1e-6: test for 0 "
    "instead.",
    "분모에 더한 수는 길이가 1e-6쯤인 짧은 벡터에 비하면 작지 않습니다. 더하지 말고 0인지 확인하십시오.",
)
def small_number_added(u, v):
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v) + 1e-8)


@COSINE.mistake(
    "A length near 0 is taken for 0: short vectors, here with lengths of about 1e-6, have a direction too. Compare with "
    "0 itself.",
    "0에 가까운 길이를 0으로 보았습니다. 길이가 1e-6쯤인 짧은 벡터에도 방향이 있습니다. 정확히 0인지 비교하십시오.",
)
def short_for_zero(u, v):
    lengths = np.linalg.norm(u) * np.linalg.norm(v)
    return 0.0 if np.isclose(lengths, 0) else u @ v / lengths


@COSINE.mistake(
    "A very small number is added below the fraction line: beside the product of two short lengths it is not small. Test "
    "for 0 instead.",
    "분모에 아주 작은 수를 더했습니다. 짧은 두 길이의 곱에 비하면 작지 않습니다. 더하지 말고 0인지 확인하십시오.",
)
def machine_epsilon_added(u, v):
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v) + np.finfo(float).eps)


@COSINE.mistake(
    "The product of the lengths is kept at 1e-8 or more: that of two short vectors is smaller. Only a length of 0 is special.",
    "길이의 곱이 1e-8보다 작아지지 않게 했습니다. 짧은 두 벡터의 곱은 그보다 작습니다. 따로 다룰 것은 길이가 0일 때뿐입니다.",
)
def kept_above_a_small_number(u, v):
    return u @ v / max(np.linalg.norm(u) * np.linalg.norm(v), 1e-8)


@COSINE.mistake(
    "A vector whose length is close to 0 is taken for a vector of zeros: np.isclose says so from about 1e-8 down. Compare "
    "with 0 itself.",
    "길이가 0에 가까운 벡터를 영벡터로 보았습니다. np.isclose는 1e-8쯤부터 0으로 봅니다. 정확히 0인지 비교하십시오.",
)
def each_length_close_to_zero(u, v):
    lengths = np.linalg.norm(u), np.linalg.norm(v)
    if np.isclose(lengths[0], 0) or np.isclose(lengths[1], 0):
        return 0.0
    return u @ v / (lengths[0] * lengths[1])


@COSINE.mistake(
    "A sum of 0 does not make a vector of zeros: the sum of (1, -1) is 0 too. Test the length, or u.any().",
    "합이 0이라고 영벡터인 것은 아닙니다. (1, -1)의 합도 0입니다. 길이가 0인지, 또는 u.any()를 확인하십시오.",
)
def sum_for_zero(u, v):
    if np.sum(u) == 0 or np.sum(v) == 0:
        return 0.0
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@COSINE.mistake(
    "A single 0 does not make a vector of zeros: u.all() is False already for (3, 0). Use u.any(), or test the length.",
    "원소 하나가 0이라고 영벡터인 것은 아닙니다. (3, 0)만 되어도 u.all()은 False입니다. u.any()를 쓰거나 길이를 확인하십시오.",
)
def one_zero_for_all(u, v):
    if not (u.all() and v.all()):
        return 0.0
    return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@ENV_REPORT.mistake(
    "This version is the one really installed, copied down or looked up before the call; the check pretended another "
    "for the length of the call. Look it up inside the function.",
    "실제로 설치된 버전을 적어 두었거나 호출 전에 알아 둔 값입니다. 검사는 호출하는 동안 다른 버전이 설치된 것처럼 "
    "꾸몄습니다. 함수 안에서 알아내십시오.",
)
def copied(python=platform.python_version(), numpy=np.__version__):  # noqa: B008  (wrong on purpose)
    report = {"python": python, "numpy": numpy}
    for name in ("matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = None
    return report


@ENV_REPORT.mistake(
    "The import of TensorFlow stops the function where TensorFlow is missing: put it between try and except ImportError.",
    "TensorFlow가 없으면 import에서 함수가 멈춥니다. try와 except ImportError 사이에 넣으십시오.",
)
def tensorflow_required():
    report = {"python": platform.python_version()}
    for name in ("numpy", "matplotlib", "tensorflow"):
        report[name] = __import__(name).__version__
    return report


@ENV_REPORT.mistake(
    'Where TensorFlow is missing the key "tensorflow" is left out: it belongs there too, with the value None.',
    'TensorFlow가 없을 때 키 "tensorflow"가 빠졌습니다. 그때도 키는 있어야 하고 값은 None입니다.',
)
def key_left_out():
    report = {"python": platform.python_version()}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            pass
    return report


@ENV_REPORT.mistake(
    "Where TensorFlow is missing the other versions are left out too: all four keys belong there, only one value is None.",
    "TensorFlow가 없을 때 다른 버전까지 빠졌습니다. 그때도 키는 네 개이고, 값 하나만 None입니다.",
)
def report_given_up():
    try:
        return {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "matplotlib": __import__("matplotlib").__version__,
            "tensorflow": __import__("tensorflow").__version__,
        }
    except ImportError:
        return {"tensorflow": None}


@ENV_REPORT.mistake(
    "Where TensorFlow is missing the whole report is None: only the value of its key is None, the rest is as always.",
    "TensorFlow가 없을 때 보고 전체가 None입니다. 그 키의 값만 None이고 나머지는 그대로입니다.",
)
def none_for_report():
    report = {"python": platform.python_version()}
    try:
        for name in ("numpy", "matplotlib", "tensorflow"):
            report[name] = __import__(name).__version__
        return report
    except ImportError:
        return None


@ENV_REPORT.mistake(
    'The text "None" is not None: write it without quotation marks.',
    '문자열 "None"은 None이 아닙니다. 따옴표 없이 쓰십시오.',
)
def text_none():
    report = {"python": platform.python_version()}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = "None"
    return report


@ENV_REPORT.mistake(
    "TensorFlow is reported as missing where it is installed (the check pretends that it is): try the import inside the "
    "function, at each call.",
    "TensorFlow가 설치되어 있는데도(검사가 그렇게 꾸몄습니다) 없다고 보고합니다. import는 함수 안에서, 호출할 때마다 시도하십시오.",
)
def always_missing():
    report = {"python": platform.python_version(), "tensorflow": None}
    for name in ("numpy", "matplotlib"):
        report[name] = __import__(name).__version__
    return report


@ENV_REPORT.mistake(
    "sys.version is a whole sentence, with the compiler and the date; platform.python_version() is the version alone.",
    "sys.version에는 컴파일러와 날짜까지 들어 있습니다. 버전만 얻으려면 platform.python_version()을 쓰십시오.",
)
def whole_sentence():
    import sys

    report = {"python": sys.version}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = None
    return report


@ENV_REPORT.mistake(
    "The version is cut out of sys.version by counting characters, but 3.12.4 has 6 of them and 3.12.11 has 7: split it at "
    "the first blank, or use platform.python_version().",
    "sys.version에서 글자 수를 세어 버전을 잘라 냈습니다. 3.12.4는 6글자이지만 3.12.11은 7글자입니다. 첫 빈칸에서 나누거나 "
    "platform.python_version()을 쓰십시오.",
)
def first_characters():
    import sys

    report = {"python": sys.version[:6]}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = None
    return report


@ENV_REPORT.mistake(
    'The version of Python is a tuple of numbers; a text such as "3.12.4" is asked.',
    '파이썬 버전이 수의 튜플입니다. "3.12.4" 같은 문자열이어야 합니다.',
)
def tuple_of_numbers():
    import sys

    report = {"python": tuple(sys.version_info[:3])}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = None
    return report


@ENV_REPORT.mistake(
    "The third number of the Python version is missing: 3.12 is not the whole of 3.12.4.",
    "파이썬 버전의 셋째 수가 빠졌습니다. 3.12만으로는 3.12.4인지 알 수 없습니다.",
)
def two_numbers():
    report = {"python": ".".join(platform.python_version_tuple()[:2])}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = __import__(name).__version__
        except ImportError:
            report[name] = None
    return report


@ENV_REPORT.mistake(
    "The report is printed, not returned: without return a function gives None.",
    "보고를 출력만 하고 반환하지 않았습니다. return이 없으면 함수의 결과는 None입니다.",
)
def report_printed():
    print("Python", platform.python_version(), "NumPy", np.__version__)


@ENV_REPORT.mistake(
    'The report lacks this key. The keys are "python", "numpy", "matplotlib" and "tensorflow", in small letters.',
    '보고에 이 키가 없습니다. 키는 "python", "numpy", "matplotlib", "tensorflow"이고 모두 소문자입니다.',
)
def other_keys():
    report = {"Python": platform.python_version()}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name.capitalize()] = __import__(name).__version__
        except ImportError:
            report[name.capitalize()] = None
    return report
