"""The forms beside the canvas: one step, or what holds for the whole script."""
