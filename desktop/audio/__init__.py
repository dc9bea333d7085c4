"""Microphones and loudspeakers, through miniaudio; no window in here."""
