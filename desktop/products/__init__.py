"""The page of products and their categories."""
