"""Fair measuring: all sides in one process, turn by turn, on as many threads, the shortest of many times."""

import gc
import math
import os
import time
import tracemalloc

import numpy as np

TURN = 0.05  # seconds that a side works before the next one's turn
PAUSE = 0.02  # seconds between turns, in which the threads of the last side fall asleep


def threads():
    """Return how many threads NumPy's BLAS takes: one for each CPU that this process may use, or as the shell says."""
    said = os.environ.get("OPENBLAS_NUM_THREADS") or os.environ.get("OMP_NUM_THREADS")
    return int(said) if said else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def shortest(sides, seconds):
    """Return for each function of the dict `sides` the shortest of its times, in seconds.

    The sides take turns for `seconds` in all, at least three turns each, so that a disturbance hits all of them. A
    turn begins with a call that is not measured. The garbage collector is off; results are thrown away in the time.
    """
    best = dict.fromkeys(sides, math.inf)
    np.empty(31 * 2**20, np.uint8)  # once freed, glibc keeps smaller arrays, as late in a training, and asks no system
    gc.disable()
    try:
        turns, end = 0, time.perf_counter() + seconds
        while turns < 3 or time.perf_counter() < end:
            for name, side in sides.items():
                gc.collect()
                time.sleep(PAUSE)
                side()
                start = stop = time.perf_counter()
                while stop - start < TURN:
                    before = time.perf_counter()
                    side()
                    stop = time.perf_counter()
                    best[name] = min(best[name], stop - before)
            turns += 1
    finally:
        gc.enable()
    return best


def bare(gemms):
    """Return a function that computes matrix products and nothing else.

    gemms : (rows, inner, columns) of each product, (rows, inner) @ (inner, columns); float32. The results go into
    arrays that exist already. Products of the same sizes share their arrays.
    """
    made = {}
    for m, k, n in gemms:
        if (m, k, n) not in made:
            made[m, k, n] = np.ones((m, k), np.float32), np.ones((k, n), np.float32), np.empty((m, n), np.float32)
    chosen = [made[sizes] for sizes in gemms]

    def run():
        for a, b, out in chosen:
            np.matmul(a, b, out=out)

    return run


def operations(gemms):
    """Return how many multiplications and additions the products take."""
    return sum(2 * m * k * n for m, k, n in gemms)


def size(result):
    """Return the bytes of all arrays in a result: an array, or a tuple, list or dict of results."""
    if isinstance(result, np.ndarray):
        return result.nbytes
    parts = result.values() if isinstance(result, dict) else result if isinstance(result, (tuple, list)) else ()
    return sum(map(size, parts))


def peak_memory(forward, backward):
    """Return the most bytes in use at a time, beyond the inputs and what forward and backward return.

    forward() -> out, cache; backward(cache) -> gradients. The cache is no output: what it holds counts. While backward
    runs, its results count as returned. NumPy tells tracemalloc of each array; the buffers of BLAS are not seen.
    """
    backward(forward()[1])  # what is made once, such as an import, is made now
    gc.collect()
    tracemalloc.start()
    try:
        out, cache = forward()
        first = tracemalloc.get_traced_memory()[1] - size(out)
        tracemalloc.reset_peak()
        gradients = backward(cache)
        second = tracemalloc.get_traced_memory()[1] - size((out, gradients))
    finally:
        tracemalloc.stop()
    return max(first, second)
