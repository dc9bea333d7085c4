"""Call scripts: steps and answers, what is wrong with them, and what came of the calls."""
