"""One key combination that works while another program is in front; one file per system behind one interface."""
