"""Owns how the made-up company comes about: one module per part, the same bytes every time."""
