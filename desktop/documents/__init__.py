"""What lists of written things share: the list with folders, the page around it, saving, versions, undo."""
