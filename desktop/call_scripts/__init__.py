"""Call scripts: writing them, calling with them, recording them."""
