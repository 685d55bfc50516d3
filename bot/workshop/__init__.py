"""The workshop of a group in the shell: lists of seats, votes, and leaving nothing behind."""
