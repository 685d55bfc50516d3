"""Everything that checks Orgwright; `python -m tests` runs it all."""
