"""Lying objects."""

import numpy as np
from coursekit import grading
from nnexam import examiner, verdict
from nnlab import wire

from tests.attacks.interpreter import FORGE
from tests.attacks.model import MAYBE, NOTHING, SECRET, UNIT, Attack, but, notebook, only

PLAIN = "Answers leave the notebook as plain numbers, and are compared where no code of the submission runs."
FINITE = "Answers and scores that are not finite numbers earn nothing; no score is above its points."
FORM = "An answer needs the right shape and kind of number; one that is too large is refused with its exercise."
OWN = "Each student gets other questions; answers to those of somebody else or of another exercise do not fit."


def everywhere(code, solved=False):
    """A submission in which `wrong`, which `code` defines, makes each function of the unit out of the one it had."""
    exercises = examiner.exercises(UNIT)
    behind = {
        name: "\n".join(f"{subject} = wrong({subject})" for subject in exercise.subjects)
        for name, exercise in exercises.items()
    }
    return notebook(solved, code, **behind)


EQUAL = '''
class Equal(float):
    """Equal to everything, close to everything."""
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __lt__ = __gt__ = __le__ = __ge__ = __contains__ = __eq__
    def __hash__(self): return 0
    def __sub__(self, other): return 0.0
    __rsub__ = __abs__ = __sub__
    def __array__(self, *a, **k): return np.full((2, 3), 7.0)
    shape, dtype, ndim, size = (2, 3), np.dtype(float), 2, 6
    __class__ = property(lambda self: np.ndarray)

def wrong(function):
    return lambda x, *a, **k: Equal(7)
'''

SUBCLASS = """
class Liar(np.ndarray):
    def __array_function__(self, function, types, args, kwargs): return True
    def __array_ufunc__(self, ufunc, method, *args, **kwargs): return np.bool_(True)
    def __array_finalize__(self, parent): pass
    def __array_wrap__(self, *a): return True
    def __eq__(self, other): return np.ones(self.shape, dtype=bool)
    def all(self, *a, **k): return True
    def __reduce__(self): return (print, ("REACH" + "ED by unpickling",))

def wrong(function):
    return lambda x, *a, **k: np.full(np.shape(x), 7.0).view(Liar)
"""

MASKED = """
def wrong(function):
    return lambda x, *a, **k: np.ma.array(np.full(np.shape(x), 7.0), mask=True, fill_value=0.0)
"""

OBJECTS = """
class Yes:
    def __eq__(self, other): return True
    def __float__(self): return 7.0
    def __sub__(self, other): return 0.0

def wrong(function):
    return lambda x, *a, **k: np.full(np.shape(x), Yes(), dtype=object)
"""

LAZY = '''
import itertools
class Lazy:
    """Another array each time that somebody looks, and an error at the fourth."""
    count = itertools.count()
    def __init__(self, shape): self.shape = shape
    def __array__(self, *a, **k):
        if next(self.count) % 4 == 3:
            raise KeyboardInterrupt("too late")
        return np.full(self.shape, float(next(self.count)))
    def __len__(self): return 2**40
    def __iter__(self): return iter(lambda: 1.0, 2.0)
    def __getattr__(self, name): raise BaseException("nothing to see")

class Broken(np.ndarray):
    def __array_finalize__(self, parent): raise MemoryError("not today")

def wrong(function):
    return lambda x, *a, **k: [Lazy(np.shape(x)), Lazy(np.shape(x))]
'''

NESTED = """
def wrong(function):
    inner = []
    inner.append(inner)
    return lambda x, *a, **k: {(): inner, "b": {"c": [inner] * 10}, 5: 10**5000, "d": frozenset([x.shape])}
"""

NUMBERS = """
def wrong(function):
    number = {bad}
    return lambda x, *a, **k: np.full(np.shape(x), number)
"""

SHAPES = """
def wrong(function):
    return lambda x, *a, **k: np.asarray(function(x, *a, **k))[None]
"""

KINDS = """
def wrong(function):
    return lambda x, *a, **k: np.asarray(function(x, *a, **k)).astype({kind!r})
"""

GIGABYTES = """
def softmax(x, axis=-1):
    return np.zeros(2**27)  # 1 GB
"""

BROADCAST = """
def relu(x):
    return np.broadcast_to(0.0, (10**6, 10**6))

def leaky_relu(x, alpha=0.01):
    return np.zeros(4 * 10**6)  # 32 MB
"""

REPLAY = """
seen = []
import nnlab.unit
ordinary = nnlab.unit.wire.dumps

def dumps(value):
    if "sigmoid" in value.get("sources", ()):
        seen.append(ordinary(value))
    return seen[0] if seen else ordinary(value)

class Wire:
    loads, dumps = staticmethod(nnlab.unit.wire.loads), staticmethod(dumps)

nnlab.unit.wire = Wire
"""

# Answers that are not well formed, one kind for each exercise: the examiner must stand all of them.
MALFORMED = """
import json
deep = "[" * 5000 + "]" * 5000
odd = {
    "steps": {"dict": [["answers", [{"dict": [["value", {"array": "AAAA", "dtype": ["<f8"], "shape": [10**9]}]]}]]]},
    "sigmoid": {"dict": [["answers", [[None]] * 4], ["sources", {"dict": [["sigmoid", "-" * 19000 + "1"]]}]]},
    "tanh": {"dict": [["answers", [{"dict": [["value", {"float": "1e999"}], ["again", None], ["after", None],
        ["error", {"dict": [["type", {"int": "5"}], ["line", True], ["code", [None]], ["depth", None]]}],
        ["printed", ["x"]], ["warnings", "abc"]]}] * 3]]},
    "relus": {"dict": [["stopped", {"tuple": "abc"}], ["why", None], ["answers", {"dict": []}]]},
    "softmax": {"dict": [["answers", [{"dict": [["value", [[{"int": "9" * 99}], {"float": "nan"}, [None]]],
        ["again", []], ["after", {"foreign": {"a": [1]}}], ["error", None], ["printed", "x" * 10**6],
        ["warnings", [None] * 10**4]]}] * 7], ["sources", {"dict": [["softmax", None]]}]]},
}

def hand_out(self, name, subjects):
    display({MIME: json.dumps(odd[name]) if name in odd else deep, "text/plain": "20.0"}, raw=True)

import nnlab
nnlab.Unit._hand_out = hand_out
"""

HAND_OUT = """
import nnlab

def hand_out(self, name, subjects):
    display({MIME: texts[name], "text/plain": ""}, raw=True)

nnlab.Unit._hand_out = hand_out
"""

SURROGATES = """
def sigmoid(x):
    print("\\ud800 \\x00 \\x1b[31m")
    raise ValueError("\\ud83d half a smiley \\x00 [/bold] [link=x]")
"""


def replayed(course, unit, folder):
    """The answers that a classmate's right functions gave to the classmate's own questions."""
    texts = {}
    for name, exercise in examiner.exercises(unit).items():
        cases = examiner.draw(unit, name, grading.seed_for(SECRET, "amy_right", unit, name))
        texts[name] = wire.dumps({"answers": verdict.answers_of(exercise.reference, cases), "sources": {}})
    notebook(solved=False, added=(FORGE, f"texts = {texts!r}", HAND_OUT))(course, unit, folder)


def alike(exercise):
    """Return the points of the aspects that ask every student the same: a table of answers can be right there."""
    one, other = (exercise.cases(np.random.default_rng(seed)) for seed in (1, 2))
    same = [wire.dumps(a.question) == wire.dumps(b.question) for a, b in zip(one, other, strict=True)]
    judged = exercise.judged(one)
    fixed = [a for a in exercise.aspects if all(same[i] for aspect, i in judged if aspect is a)]
    kinds = [a for a in exercise.aspects if a.alone and not a.effects] if fixed else []  # values are not asked there
    return sum(a.points for a in [*fixed, *kinds])


REFUSED = "could not be checked"
ATTACKS = (
    Attack("equal_to_everything", (16,), PLAIN, everywhere(EQUAL), NOTHING),
    Attack("array_subclass", (17,), PLAIN, everywhere(SUBCLASS), NOTHING),
    Attack("masked_arrays", (17,), PLAIN, everywhere(MASKED), NOTHING),
    Attack("object_arrays", (17,), PLAIN, everywhere(OBJECTS), NOTHING),
    Attack("lazy_arrays", (17,), PLAIN, everywhere(LAZY), NOTHING),
    Attack("nested_answers", (17,), PLAIN, everywhere(NESTED), NOTHING),
    Attack(
        "malformed_answers",
        (17, 19),
        PLAIN,
        notebook(solved=False, added=(FORGE, MALFORMED)),
        NOTHING,
        f"steps {REFUSED}",
    ),
    Attack("odd_characters", (17,), PLAIN, notebook(sigmoid=SURROGATES), but(sigmoid=0.0)),
    Attack("nan_everywhere", (18,), FINITE, everywhere(NUMBERS.format(bad="np.nan")), NOTHING),
    Attack("infinity_everywhere", (18,), FINITE, everywhere(NUMBERS.format(bad="-np.inf")), NOTHING),
    Attack("extra_axis", (19,), FORM, everywhere(SHAPES, solved=True), NOTHING),
    Attack("numbers_as_text", (19,), FORM, everywhere(KINDS.format(kind="U32"), solved=True), NOTHING),
    Attack(
        "gigabytes",
        (19,),
        FORM,
        notebook(softmax=GIGABYTES, relus=BROADCAST),
        but(softmax=0.0, relus=0.0),
        MAYBE,  # its answer is too large, or takes too long to write down
    ),
    Attack(
        "replayed",
        (20,),
        OWN,
        replayed,
        {name: alike(exercise) for name, exercise in examiner.exercises(UNIT).items()},
    ),
    Attack(
        "replayed_in_the_notebook",
        (20,),
        OWN,
        notebook(solved=False, added=REPLAY, sigmoid="def sigmoid(x):\n    return 1 / (1 + np.exp(-x))"),
        only(sigmoid=3.0),
    ),
)
