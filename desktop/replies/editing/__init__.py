"""One reply as it is written: wordings, pictures, where and when it may be used, what the platforms say, drafts."""
