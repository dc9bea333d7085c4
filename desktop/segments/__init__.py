"""The page of segments, and how a segment is said in words; the words need no Qt."""
