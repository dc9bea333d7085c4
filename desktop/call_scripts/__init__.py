"""Call scripts: the list, the canvas they are drawn on, and what callers see of them."""
