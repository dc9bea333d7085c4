"""The builder: the tree as rows with their counts, and what it comes to."""
