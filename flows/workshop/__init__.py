"""The workshop of a group: members take posts of a plan, and vote between alternatives."""
