"""Ready answers for chats: the library, finding in it, filling them in, and sharing them between PCs."""
