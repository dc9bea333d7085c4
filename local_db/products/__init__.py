"""Products, and the categories they fall into by keywords that the seller edits."""
