"""Preparing a campaign: who gets it, what it says, what it costs, and the file that is handed off."""
