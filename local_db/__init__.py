"""The whole shop without a screen: data and rules; no Qt, no network, no sentences for people."""
