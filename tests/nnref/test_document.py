"""docs/nnref.md says what is so: what would be written now stands there."""

import re

from tests.nnref import test_contracts
from tests.nnref.document import CONTRACTS, FILE, document, names


def test_the_document_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == document(), "docs/nnref.md is out of date; write it anew with: make docs"


def test_the_document_names_every_contract_in_the_order_of_the_tests():
    with open(test_contracts.__file__, encoding="utf-8") as file:
        assert re.findall(r'^@over\("(.*)"\)$', file.read(), re.MULTILINE) == list(CONTRACTS)


def test_no_operation_is_exempt_from_a_contract_that_does_not_exist():
    for op in test_contracts.OPERATIONS:
        assert op.exempt.keys() <= CONTRACTS.keys(), op.name


def test_a_tick_is_a_test_that_compares_something():
    """Without a twin and without a gradient, a contract that compares with them compares nothing."""
    for op in test_contracts.OPERATIONS:
        if not op.naive and not op.backward:
            assert op.exempt.keys() >= {"shapes", "batch of one"}, op.name


def test_names_of_a_module():
    functions = "\n".join(f"def {name}(): ..." for name in ("f_forward", "_hidden", "f_backward", "g_backward"))
    assert names(f"x = 1\nclass A: ...\n{functions}") == "`A`, `f_forward/backward`, `g_backward`"
