"""The people of the shop: how they are told apart and how they are found by typing."""
