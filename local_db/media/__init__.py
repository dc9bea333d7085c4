"""Pictures, videos and sound that are kept in the shop file."""
