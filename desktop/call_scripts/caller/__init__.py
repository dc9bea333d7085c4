"""Calling with a script: one step at a time, with the facts of the person called."""
