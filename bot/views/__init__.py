"""Views: what a template needs of a plan or a role, worked out from the values of the core.

A view decides what is shown and in which order; templates hold the layout, phrases the words.
"""
