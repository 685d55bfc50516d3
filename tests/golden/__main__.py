"""`python -m tests.golden` writes the golden files of the derived Traditional texts."""

from tests.golden import CHARACTERS, golden, golden_file

for region in CHARACTERS:
    golden_file(region).write_text(golden(region), "utf-8")
