"""The canvas of a call script: steps as boxes, answers as arrows."""
