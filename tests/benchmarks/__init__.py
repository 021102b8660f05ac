"""How fast nnref is, beside PyTorch and beside its own matrix products: `make bench`."""
