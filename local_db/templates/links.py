"""What a web address looks like in a text."""

from __future__ import annotations

import re

from local_db.templates.body_words import VARIABLE

# With everything of ASCII behind it; a variable in it makes it one that differs for each member.
LINK = re.compile(
    rf"(?:https?://|www\.|[a-z0-9-]{{1,63}}\.(?:com|cn|net|top|shop|cc|me|io|co|ltd|vip)\b)[!-~{VARIABLE}]*",
    re.IGNORECASE,
)
