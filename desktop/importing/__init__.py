"""Bringing export files into the shop: a look first, the columns, the progress, and what came of it."""
