"""Bringing replies in, writing them for other programs, sharing them, and the ready-made ones."""
