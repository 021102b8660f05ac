"""Parameters in files: back as they were, and nothing changed when the file does not fit."""

import io
import zipfile

import numpy as np
import pytest
from nnref.affine import Affine
from nnref.batch_norm import BatchNorm
from nnref.files import load_params, save_params
from nnref.layer import Composite


def network(seed, sizes=(3, 4, 2), dtype=np.float64, layers=12):
    """More than ten arrays: arr_10 must not come before arr_2."""
    rng = np.random.default_rng(seed)
    shapes = [(sizes[i % 2], sizes[1 - i % 2]) for i in range(layers)]
    return Composite([Affine(rng.normal(size=s).astype(dtype), rng.normal(size=s[1]).astype(dtype)) for s in shapes])


def test_what_is_saved_comes_back_in_place(tmp_path):
    saved, other = network(0), network(1)
    arrays = list(other.params)
    save_params(tmp_path / "net.npz", saved)
    load_params(tmp_path / "net.npz", other)
    for kept, param, layer_param, expected in zip(
        arrays, other.params, [p for layer in other.layers for p in layer.params], saved.params, strict=True
    ):
        assert kept is param is layer_param
        np.testing.assert_array_equal(param, expected)
        assert not np.shares_memory(param, expected)


def test_the_file_has_the_name_that_was_given(tmp_path):
    save_params(str(tmp_path / "net"), network(0))
    assert [path.name for path in tmp_path.iterdir()] == ["net"]
    load_params(str(tmp_path / "net"), network(1))
    save_params(tmp_path / "net", network(2))  # replaces it
    other = network(1)
    load_params(tmp_path / "net", other)
    np.testing.assert_array_equal(other.params[0], network(2).params[0])


def test_float32_stays_float32(tmp_path):
    save_params(tmp_path / "net.npz", network(0))
    narrow = network(1, dtype=np.float32)
    load_params(tmp_path / "net.npz", narrow)
    assert narrow.params[0].dtype == np.float32
    np.testing.assert_allclose(narrow.params[0], network(0).params[0], rtol=1e-6)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (network(1, layers=11), "holds 24 arrays; expected 22, as in the network"),
        (network(1, sizes=(4, 3)), "array 0 of {} has shape (3, 4); expected (4, 3)"),
    ],
)
def test_a_network_of_another_form_is_left_as_it_is(tmp_path, other, sentence):
    path = tmp_path / "net.npz"
    save_params(path, network(0))
    before = [param.copy() for param in other.params]
    with pytest.raises(ValueError, match="^load_params: ") as error:
        load_params(path, other)
    assert str(error.value).endswith(sentence.format(path))
    for param, copy in zip(other.params, before, strict=True):
        np.testing.assert_array_equal(param, copy)


def test_a_wrong_shape_at_the_end_changes_nothing_at_the_beginning(tmp_path):
    saved, other = network(0), network(1)
    saved.params[-1] = np.zeros(99)
    save_params(tmp_path / "net.npz", saved)
    with pytest.raises(ValueError, match=r"array 23 of .* has shape \(99,\); expected \(3,\)$"):
        load_params(tmp_path / "net.npz", other)
    np.testing.assert_array_equal(other.params[0], network(1).params[0])


def broken_files():
    good, single, pickled, foreign = (io.BytesIO() for _ in range(4))
    np.savez(good, *network(0).params)
    np.save(single, np.eye(2))
    np.savez(pickled, np.array([{"a": 1}], dtype=object))
    with zipfile.ZipFile(foreign, "w") as file:
        file.writestr("notes.txt", "hello")
    good = good.getvalue()
    damaged = bytearray(good)
    damaged[len(good) // 3] ^= 255
    rest = {"empty": b"", "text": b"hello", "half": good[: len(good) // 2], "damaged": bytes(damaged)}
    made = {"one array": single, "pickled": pickled, "another zip": foreign}
    return rest | {name: file.getvalue() for name, file in made.items()}


@pytest.mark.parametrize("name", broken_files())
def test_a_file_that_holds_no_parameters(tmp_path, name):
    path = tmp_path / "net.npz"
    path.write_bytes(broken_files()[name])
    with pytest.raises(ValueError, match=r"^load_params: .*net\.npz is not a whole file of save_params; save "):
        load_params(path, network(1))


def test_no_file(tmp_path):
    with pytest.raises(
        FileNotFoundError, match=r"^load_params: found no file .*net\.npz; expected one that save_params "
    ):
        load_params(tmp_path / "net.npz", network(1))


def test_running_statistics_are_saved_too(tmp_path):
    trained, fresh = Composite([BatchNorm.standard(3, np.float64)]), Composite([BatchNorm.standard(3, np.float64)])
    x = np.random.default_rng(0).normal(2, 3, size=(8, 3))
    trained.forward(x, train=True)
    save_params(tmp_path / "net.npz", trained)
    load_params(tmp_path / "net.npz", fresh)
    np.testing.assert_array_equal(fresh.forward(x), trained.forward(x))
    assert fresh.layers[0].mean.any()
