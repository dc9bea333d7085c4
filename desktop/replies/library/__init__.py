"""The library as it is worked on: drawers, lists, and what is done to many replies at once."""
