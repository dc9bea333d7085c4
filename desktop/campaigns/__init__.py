"""The page of campaigns: what was prepared, preparing an audience, and writing its file."""
