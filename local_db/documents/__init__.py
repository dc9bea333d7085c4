"""What is written with a form and kept whole, with its earlier versions: cards and call scripts."""
