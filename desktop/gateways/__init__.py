"""The only code that talks to the outside: the keyring and, later, SMS providers. No Qt."""
