"""The page of tags: what there is, who gives it, and the rules that do, with their numbers."""
