"""The knowledge base: groups as columns of cards, and the page to print."""
