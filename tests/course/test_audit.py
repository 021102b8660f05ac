"""Every check is proven against its known mistakes; and the audit itself notices when one fails."""

import ast
import builtins
from dataclasses import replace
from importlib import import_module

import nbformat
import numpy as np
import pytest
from coursekit import audit as auditing
from coursekit.classroom import mistake_source
from coursekit.course import Course
from nnexam import examiner
from nnexam.model import Aspect, Case, Exercise, Text, call

from tests.conftest import ROOT

PAIRS = [(u, n) for u in Course(ROOT).units for n in examiner.exercises(u)]


@pytest.mark.parametrize(("unit", "name"), PAIRS)
def test_exercise(repository, unit, name):
    result = next(auditing.audit(repository, unit, [name]))
    assert result.problems == []
    assert result.caught == result.diagnosed == result.mistakes >= 3
    assert result.alternatives >= 1


@pytest.mark.parametrize(("unit", "name"), PAIRS)
def test_mutants(repository, unit, name):
    """Every small change of a solution loses points, or is listed as right with its reason."""
    result = auditing.audit_mutants(repository, unit, name)
    assert result.problems == []
    assert result.made >= 1 and result.caught + result.equivalent == result.made


def test_known_mistakes_of_the_curriculum_are_there():
    """Each line of the curriculum has its mistakes; advice is exempt."""
    wanted = {
        "describe": {"len_for_shape", "size_for_ndim", "dtype_object"},
        "row_and_column": {"transposed_vector", "views"},
        "cosine": {"dot_product", "norm_axis", "zero_over_zero"},
        "env_report": {"copied", "key_left_out", "tensorflow_required"},
        "weighted_sum": {"no_bias", "bias_in_every_term", "products_not_added"},
        "neuron": {"DataInTheConstructor", "SharedWeights", "KeptAsItCame", "NotCopied"},
        "forward_batch": {"WeightsTimesRows", "ColumnOfResults"},
        "n_parameters": {"one_bias_per_layer", "biases_of_the_inputs", "one_formula_for_all"},
        "gates": {"fires_at_threshold", "and_bool"},
        "xor": {"single_neuron"},
        "perceptron_step": {"sign_flipped", "always_updates", "target_for_error", "bias_left_out", "changes_w"},
        "perceptron_fit": {
            "stops_at_first_right",
            "never_stops",
            "batch_updates",
            "one_epoch_short",
            "always_converged",
        },
        "decision_boundary": {"minus_missing", "vertical_ignored", "axes_swapped"},
        "sequential": {"factor_missing", "sum_for_mean", "bias_not_trained", "silent_broadcast", "bias_after_update"},
        "steps": {"one_at_zero", "step_int", "zero_over_zero"},
        "sigmoid": {"inf_over_inf", "truncated"},
        "tanh": {"quotient_overflows"},
        "relus": {"times_mask", "relu_in_place", "maximum_of_both", "slope_on_positives"},
        "softmax": {"no_shift", "global_shift", "always_axis_0", "no_keepdims", "whole_sum"},
        "derivatives": {"sigmoid_of_output", "tanh_of_output", "relu_one_at_zero", "relu_bool"},
        "affine": {"transposed_weights", "column_bias"},
        "layer_shapes": {"bias_in_W", "outputs_first"},
        "mlp_forward": {"activates_the_output", "shares_b", "three_layers"},
        "one_hot": {"width_of_largest", "floats_as_index", "column_not_flattened"},
        "standardize": {"along_rows", "whole_array", "own_statistics", "zero_over_zero"},
        "mse": {"half", "summed", "silent_broadcast"},
        "cross_entropy": {"log_of_zero", "one_hot_as_labels", "mean_of_all"},
        "softmax_cross_entropy": {"no_shift", "log_of_softmax", "along_axis_0"},
        "numerical_gradient": {"one_sided", "not_put_back", "whole_rows", "divided_by_h", "step_cut_off"},
        "gradient_descent": {"changes_x0", "one_array", "one_step_short", "uphill"},
        "optimizers": {
            "WithoutCorrection",
            "CountsFromZero",
            "EpsInsideTheRoot",
            "SharedMemory",
            "RebindsTheName",
            "TakesTheGradients",
        },
        "batch_iter": {"drops_the_last", "with_replacement", "pairs_broken", "global_generator", "own_seed"},
    }
    assert sorted(wanted) == sorted(name for _, name in PAIRS)
    for unit, name in PAIRS:
        assert wanted[name] <= {mistake.name for mistake in examiner.exercise(unit, name).mistakes}


def test_a_mistake_stands_by_itself(repository):
    """The demonstration copies its source into a notebook, where it has only the names of that notebook."""
    for unit in repository.units:
        known = {*auditing._stubs(repository, unit, "en"), *dir(builtins)}
        for mistake in (m for exercise in examiner.exercises(unit).values() for m in exercise.mistakes):
            module = vars(import_module(mistake.wrong.__module__))
            tree = ast.parse(mistake_source(mistake))
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & set(module)
            used -= {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
            assert used <= known, f"{unit} {mistake.name} needs {used - known}"


def weak_exercise():
    """An exercise with a check that cannot tell a mistake from the truth."""
    aspects = (Aspect("values", 1, Text("values", "값")),)
    exercise = Exercise("square", ("square",), aspects, lambda rng: [Case("values", call("square", np.ones(2)))], {})
    exercise.reference["square"] = lambda x: x**2
    exercise.mistake("cube", "세제곱")(lambda x: x**3)
    return exercise


def test_the_audit_notices_a_check_that_a_mistake_passes():
    result = auditing.Audited("u", "square", 1, 1)
    auditing._mistakes(weak_exercise(), result)
    assert result.caught == 0 and "earns full marks" in result.problems[0]


def test_the_audit_notices_points_that_hang_on_the_draw():
    def lucky(rng):
        return [Case("values", call("square", np.full(2, float(rng.integers(1, 3)))))]

    exercise = replace(weak_exercise(), cases=lucky)
    result = auditing.Audited("u", "square", 1, 1)
    auditing._mistakes(exercise, result)
    assert any("by the draw" in problem for problem in result.problems)


def test_the_audit_notices_a_check_that_refuses_a_right_answer():
    assert "earns 0 of 1" in auditing._right(weak_exercise(), "alternative 1", {"square": lambda x: 2 * x})[0]
    assert auditing._right(weak_exercise(), "alternative 1", {"square": lambda x: x * x}) == []


def test_the_audit_notices_a_leak(course):
    path = course.release("u03_activation", "ko")
    notebook = nbformat.read(path, as_version=4)
    solution = auditing.solutions(course, "u03_activation")["softmax"]
    line = next(text.strip() for text in solution.splitlines() if text.strip().startswith("return"))
    notebook.cells[1].source += f"\n\n    {line}"
    nbformat.write(notebook, path)
    assert line in auditing.leaks(course, "u03_activation", "softmax", "ko")[0]
    assert auditing.leaks(course, "u03_activation", "softmax", "en") == []
