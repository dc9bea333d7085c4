"""What a person sees, and what touches the outside world: windows, the command line, network, keyring."""
