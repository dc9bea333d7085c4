"""What should be written, and what should be looked at again."""
