"""Ready answers for chats: the library's page, and the panel beside the chat."""
