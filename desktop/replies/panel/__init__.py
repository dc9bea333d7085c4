"""The narrow window beside the chat in which a reply is found, filled for one buyer, and put on the clipboard."""
