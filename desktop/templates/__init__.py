"""The page of message templates: the list, the editor, and the preview on real members."""
