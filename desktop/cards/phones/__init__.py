"""Phones of the makers, painted with what each shows of a card."""
