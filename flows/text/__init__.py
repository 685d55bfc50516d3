"""Reading text of any kind: folding, numbers as written, phrases, patterns."""
