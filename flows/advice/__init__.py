"""Advice beside a plan: what if, task forces, what is usual."""
