"""What holds for all tests: Hypothesis looks for the same examples in every short run."""

from hypothesis import settings

settings.register_profile("short", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("short")
