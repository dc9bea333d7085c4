"""Segments: a tree of conditions, who it matches on a day, and the trees a shop keeps."""
