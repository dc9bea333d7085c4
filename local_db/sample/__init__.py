"""The sample shop: an invented pet-food shop, generated from a seed as real export files."""
