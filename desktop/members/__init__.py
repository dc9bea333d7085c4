"""The page Members: everybody the shop knows, found by typing, and one person whole."""
