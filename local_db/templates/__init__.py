"""SMS templates: text with variables, exact billed parts, and what may not leave the shop."""
