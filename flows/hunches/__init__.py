"""Hunches: what a description sounds like where no word of the lists tells it."""
