"""Delivery: each chat in order, chats in parallel, patient with what fails, done with what cannot.

Every test has a real store and a messenger of its own making.
"""
