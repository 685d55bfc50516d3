"""Diagnosis of a team as it is: what is missing, doubled, too thin, and how to mend it."""
