"""What the seller sees first each day: a few figures about the shop and what is worth doing."""
