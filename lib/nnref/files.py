"""What a network has learnt in a file: `.npz`, NumPy's zip of arrays, read without pickle so that it runs no code."""

import numpy as np


def save_params(path, network):
    """Write the parameters and the state of a network to a file; an older file of this name is replaced.

    path : name of the file, `.npz` by custom; network : a layer (``nnref.layer``), made of layers or not.
    """
    with open(path, "wb") as file:  # given a name, NumPy would add .npz where it is missing
        np.savez(file, *network.params, *network.state)


def load_params(path, network):
    """Fill the parameters and the state of a network, in place, with what `save_params` wrote for one of its shapes.

    Raises FileNotFoundError for no such file, and ValueError for a file of another kind, or another number of arrays or
    shapes than the network has; then nothing is changed.
    """
    arrays, wanted = _read(path), [*network.params, *network.state]
    if len(arrays) != len(wanted):
        raise ValueError(f"load_params: {path} holds {len(arrays)} arrays; expected {len(wanted)}, as in the network")
    for i, (param, array) in enumerate(zip(wanted, arrays, strict=True)):
        if array.shape != param.shape:
            raise ValueError(f"load_params: array {i} of {path} has shape {array.shape}; expected {param.shape}")
    for param, array in zip(wanted, arrays, strict=True):
        param[...] = array


def _read(path):
    """Return the arrays of the file, in the order in which they were written."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return [file[f"arr_{i}"] for i in range(len(file.files))]
    except FileNotFoundError:
        raise FileNotFoundError(f"load_params: found no file {path}; expected one that save_params wrote") from None
    except OSError:  # no permission, a broken disk: Python says it well
        raise
    except Exception as error:  # whatever NumPy, zip and zlib find in a broken file
        raise ValueError(f"load_params: {path} is not a whole file of save_params; save the network anew") from error
