"""Recording what a script says."""
