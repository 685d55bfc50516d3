"""What holds for all tests: which examples Hypothesis tries, and where coverage is measured."""

import pytest
from hypothesis import settings

# They plan some hundred thousand teams over the same lines: counting lines makes that five times
# as slow and finds nothing that the other tests of the planner do not reach.
UNCOUNTED = {"test_invariants.py"}

settings.register_profile("short", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("short")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the heaviest tests out of the coverage."""
    for item in items:
        if item.path.name in UNCOUNTED:
            item.add_marker("no_cover")
