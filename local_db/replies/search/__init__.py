"""Finding a reply by what a clerk types: characters, pinyin, initials, with other sounds and with slips."""
