"""The page Today: the shop in a few figures, and what is worth doing."""
