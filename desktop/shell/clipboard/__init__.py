"""The system's clipboard: what is put there, and what was there before and comes back byte for byte."""
