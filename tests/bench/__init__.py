"""Measurements: medians and ratios within one run, never asserted in tests."""
