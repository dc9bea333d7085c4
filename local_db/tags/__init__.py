"""Tags: given by hand, by rules over what members bought, and by segments."""
