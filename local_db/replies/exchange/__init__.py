"""Replies in files: those of other programs, and the pack that PCs of one shop share."""
