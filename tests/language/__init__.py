"""Labelled sentences, and how well they are understood: `python -m tests.language`."""
