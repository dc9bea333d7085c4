"""The page of cards: the list, the editor made from the vendors' rules, and what every maker's phone shows."""
