"""Working out from the head-counts of a text how many people there are and are to be."""
