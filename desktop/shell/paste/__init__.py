"""Back to the program one came from, and a paste there; one file per system behind one interface."""
