"""The sentence for each code that `local_db` returns; English here, translated through the context "Wording".

`tests/desktop/test_wording.py` holds these tables and the codes of local_db equal, and every placeholder
to the facts that come with the code.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.translation import QT_TRANSLATE_NOOP
from local_db.errors import (
    CategoryError,
    CutsError,
    DocumentError,
    ImportRefused,
    PrepareError,
    RegularsError,
    ReplyError,
    SegmentError,
    ShopFileError,
    TagError,
    TemplateError,
    TreeError,
)

_SHOP_FILE = {
    "exists": QT_TRANSLATE_NOOP("Wording", "There is already a file at {path}."),
    "missing": QT_TRANSLATE_NOOP("Wording", "There is no shop file at {path}."),
    "folder_missing": QT_TRANSLATE_NOOP("Wording", "The folder {path} does not exist."),
    "in_use": QT_TRANSLATE_NOOP(
        "Wording",
        "Another program has this shop open: {path}. Close it there, then try again.",
    ),
    "wrong_key": QT_TRANSLATE_NOOP("Wording", "This passphrase does not open {path}. Check it and try again."),
    "no_key": QT_TRANSLATE_NOOP(
        "Wording",
        "This computer's keyring has no key for {path}. Give the passphrase in REGULARS_PASSPHRASE, "
        "or open the shop in the window.",
    ),
    "no_passphrase": QT_TRANSLATE_NOOP("Wording", "A copy for another computer needs a passphrase."),
    "passphrases_differ": QT_TRANSLATE_NOOP("Wording", "The two passphrases differ."),
    "damaged_file": QT_TRANSLATE_NOOP("Wording", "The file {path} is damaged. Nothing was changed."),
    "damaged_file_backups": QT_TRANSLATE_NOOP(
        "Wording",
        "The file {path} is damaged. Nothing was changed; the folder {folder} holds backups.",
    ),
    "file_replaced": QT_TRANSLATE_NOOP(
        "Wording",
        "The file {path} was deleted or replaced while it was open. Nothing was saved; open the shop again.",
    ),
    "log_unread": QT_TRANSLATE_NOOP(
        "Wording",
        "The latest changes of {path} are still in its log, and this folder cannot be written. "
        "Copy the file and the one ending in -wal to a folder of your own and open it there.",
    ),
    "name_too_long": QT_TRANSLATE_NOOP("Wording", "The name {path} is too long for a file."),
    "folder_unusable": QT_TRANSLATE_NOOP("Wording", "{path} is no folder and cannot be made one."),
    "passphrase_not_text": QT_TRANSLATE_NOOP("Wording", "The passphrase is not text in UTF-8."),
    "not_a_shop_file": QT_TRANSLATE_NOOP("Wording", "{path} is not a Regulars shop file."),
    "newer_version": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} was written by a newer version of Regulars (step {step}). Update the program to open it.",
    ),
    "older_version": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} is from an older version. Open it once in the window, then try again.",
    ),
    "read_only": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} cannot be written: the file or its folder is read-only. Nothing was changed.",
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Wording",
        "The disk with {path} is full. Nothing was changed; free some space and try again.",
    ),
    "file_busy": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} was being read for so long that its log could not be emptied. Try again in a moment.",
    ),
    "disk_error": QT_TRANSLATE_NOOP("Wording", "The disk reported an error at {path}. Nothing was changed."),
    "is_shop_file": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} belongs to the shop itself. Choose another name; nothing was changed.",
    ),
    "backup_failed": QT_TRANSLATE_NOOP("Wording", "No good backup could be written to {path}."),
    "backup_unsound": QT_TRANSLATE_NOOP(
        "Wording",
        "The backup {path} was not sound and was removed. The shop file itself may be damaged: keep its older backups.",
    ),
}

_IMPORT = {
    "cancelled": QT_TRANSLATE_NOOP("Wording", "The import was cancelled. Nothing was changed."),
    "file_missing": QT_TRANSLATE_NOOP("Wording", "{file} is not there any more."),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} cannot be read. It may be open in another program, or not be yours to read.",
    ),
    "file_empty": QT_TRANSLATE_NOOP("Wording", "{file} is empty."),
    "file_damaged": QT_TRANSLATE_NOOP("Wording", "{file} is damaged or not complete. Export it again."),
    "sheet_too_large": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is too large, or has a cell far away from all others. Copy the table alone into a new workbook.",
    ),
    "password_protected": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is protected with a password. Save it without one, then import it.",
    ),
    "packed_archive": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is an archive that cannot be opened here. Unpack it, and import the files in it.",
    ),
    "archive_locked": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is locked with a password. Unpack it with the password from the platform, and import the files in it.",
    ),
    "archive_too_large": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} would be far too large once unpacked. Nothing was read from it.",
    ),
    "nothing_to_import": QT_TRANSLATE_NOOP("Wording", "{file} holds no tables."),
    "too_many_files": QT_TRANSLATE_NOOP("Wording", "{file} holds more than {limit} files. Choose the ones you need."),
    "list_unsaid": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is a list without columns, and it does not say of whom. "
        "Say so: --profile opt-out for people who refused, --profile members for customers.",
    ),
    "import_missing": QT_TRANSLATE_NOOP("Wording", "There is no such import, or it is taken back already."),
    "not_written": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} cannot be written here. It may be open in another program; choose another name or folder.",
    ),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "Wording",
        "There are more than {limit} bad rows, too many for {file}. Save them as CSV.",
    ),
    "not_a_table": QT_TRANSLATE_NOOP("Wording", "{file} is not a table. Regulars reads CSV, TXT, XLSX, XLS and ZIP."),
    "file_changed": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} was changed while it was read. Nothing was imported; try again when it is complete.",
    ),
    "unclosed_quote": QT_TRANSLATE_NOOP(
        "Wording",
        "{file}: a quotation mark in row {row} is never closed, so that the rows below it cannot be told apart. "
        "Nothing was imported.",
    ),
    "unknown_layout": QT_TRANSLATE_NOOP(
        "Wording",
        "The columns of {file} are not known. Say in the window which column is what, or use a profile of your own.",
    ),
    "no_rows": QT_TRANSLATE_NOOP("Wording", "{file} has a header but no rows."),
    "national_id": QT_TRANSLATE_NOOP(
        "Wording",
        "{file}: {key} names a column of identity numbers. Regulars never reads these.",
    ),
    "profile_unreadable": QT_TRANSLATE_NOOP(
        "Wording",
        "The profile {file} cannot be read: it is not a TOML file in UTF-8.",
    ),
    "profile_invalid": QT_TRANSLATE_NOOP("Wording", "The profile {file} has a mistake at {key}."),
    "profile_does_not_fit": QT_TRANSLATE_NOOP(
        "Wording",
        "The profile does not fit {file}: a column that {profile} needs is missing.",
    ),
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the profile a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a profile named {name}."),
}

_TREE = {
    "tree_file_unreadable": QT_TRANSLATE_NOOP("Wording", "{file} cannot be read."),
    "not_json": QT_TRANSLATE_NOOP("Wording", "This is not JSON: line {line}, column {column}."),
    "not_a_node": QT_TRANSLATE_NOOP("Wording", "At {path}: expected one of {expected}."),
    "unknown_key": QT_TRANSLATE_NOOP("Wording", "At {path}: this word is not known here. Expected one of {expected}."),
    "missing_key": QT_TRANSLATE_NOOP("Wording", "At {path}: {key} is missing."),
    "conflicting_keys": QT_TRANSLATE_NOOP("Wording", "At {path}: {keys} cannot stand together."),
    "unknown_field": QT_TRANSLATE_NOOP("Wording", "At {path}: there is no field {field}. There are: {expected}."),
    "wrong_op": QT_TRANSLATE_NOOP(
        "Wording",
        "At {path}: this comparison is not known here. Expected one of {expected}.",
    ),
    "wrong_value": QT_TRANSLATE_NOOP("Wording", "At {path}: this value is not known here. Expected one of {expected}."),
    "wrong_type": QT_TRANSLATE_NOOP("Wording", "At {path}: expected {expected}."),
    "out_of_range": QT_TRANSLATE_NOOP("Wording", "At {path}: the value must be from {low} to {high}."),
    "bad_range": QT_TRANSLATE_NOOP("Wording", "At {path}: the end ({high}) lies before the beginning ({low})."),
    "nothing_between": QT_TRANSLATE_NOOP("Wording", "At {path}: nothing lies between {low} and {high}."),
    "bad_date": QT_TRANSLATE_NOOP("Wording", "At {path}: a date is written like 2026-11-11."),
    "unknown_segment": QT_TRANSLATE_NOOP("Wording", "At {path}: there is no saved segment with the number {segment}."),
    "segment_cycle": QT_TRANSLATE_NOOP("Wording", "At {path}: this segment would ask for itself ({segments})."),
    "empty": QT_TRANSLATE_NOOP("Wording", "At {path}: this list is empty."),
    "repeated_key": QT_TRANSLATE_NOOP("Wording", "The word {key} stands twice in the same braces."),
    "too_deep": QT_TRANSLATE_NOOP("Wording", "At {path}: groups are nested more than {limit} deep."),
}

_CATEGORY = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the category a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a category named {name}."),
    "category_missing": QT_TRANSLATE_NOOP("Wording", "This category does not exist any more."),
}

_CUTS = {
    "cuts_unreadable": QT_TRANSLATE_NOOP("Wording", "The cuts of the RFM grid cannot be read."),
    "cuts_not_four": QT_TRANSLATE_NOOP("Wording", "Five scores need four cuts."),
    "cuts_not_whole": QT_TRANSLATE_NOOP("Wording", "Cuts are whole numbers."),
    "cuts_out_of_range": QT_TRANSLATE_NOOP("Wording", "Cuts go from 1 to {most}."),
    "cuts_not_ascending": QT_TRANSLATE_NOOP("Wording", "Each cut has to be larger than the one before it."),
}

_TAG = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the tag a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a tag named {name}."),
    "tag_missing": QT_TRANSLATE_NOOP("Wording", "This tag does not exist any more."),
    "rule_tag": QT_TRANSLATE_NOOP(
        "Wording",
        "A rule gives and takes the tag {name}, so it cannot be given or taken by hand. Choose another name.",
    ),
    "no_rule": QT_TRANSLATE_NOOP("Wording", "The tag {name} is not given like this."),
    "builtin": QT_TRANSLATE_NOOP("Wording", "The tag {name} belongs to a built-in rule: turn it off instead."),
    "merge_by_hand": QT_TRANSLATE_NOOP("Wording", "Only two different tags that are given by hand can be merged."),
    "names_segment_tag": QT_TRANSLATE_NOOP(
        "Wording",
        "This segment asks for the tag {name}, which a segment gives itself. Use a segment that does not.",
    ),
    "numbers_out_of_range": QT_TRANSLATE_NOOP("Wording", "A number must be from {lowest} to {highest}."),
    "numbers_not_rising": QT_TRANSLATE_NOOP("Wording", "Each of these must be larger than the one before: {numbers}."),
    "period_wrong": QT_TRANSLATE_NOOP(
        "Wording",
        "A promotion needs a name and two days such as 11-01 and 11-11, or 2026-01-20 and 2026-02-11.",
    ),
}

_SEGMENT = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the segment a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a segment named {name}."),
    "segment_missing": QT_TRANSLATE_NOOP("Wording", "This segment does not exist any more."),
    "segment_in_use": QT_TRANSLATE_NOOP("Wording", "{name} cannot be deleted: {users} ask for it."),
    "segment_gives_tag": QT_TRANSLATE_NOOP(
        "Wording",
        "Whom this segment finds gets the tag {tag}, so it cannot ask for {name}, a tag that a segment gives.",
    ),
    "list_name_empty": QT_TRANSLATE_NOOP("Wording", "Give the list a name."),
    "list_name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a list named {name}."),
    "list_missing": QT_TRANSLATE_NOOP("Wording", "This list does not exist any more."),
    "list_empty": QT_TRANSLATE_NOOP("Wording", "Nothing in it names somebody of the shop."),
    "list_in_use": QT_TRANSLATE_NOOP("Wording", "The list {name} cannot be deleted: {users} ask for it."),
}

_DOCUMENT = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give it a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already one named {name}."),
    "document_missing": QT_TRANSLATE_NOOP("Wording", "This does not exist any more."),
    "media_missing": QT_TRANSLATE_NOOP("Wording", "This picture or recording is not in the shop file any more."),
    "file_unreadable": QT_TRANSLATE_NOOP("Wording", "{file} cannot be read. Is it there, and may you open it?"),
    "file_too_big": QT_TRANSLATE_NOOP("Wording", "{file} has more than {megabytes} MB. Save it smaller first."),
    "video_type": QT_TRANSLATE_NOOP("Wording", "{file} is no video that can be used. MP4, 3GP and WebM can."),
    "video_broken": QT_TRANSLATE_NOOP("Wording", "{file} is damaged, or holds no moving picture."),
    "script_has_faults": QT_TRANSLATE_NOOP("Wording", "The script is not used while {count} faults block it."),
    "picture_type": QT_TRANSLATE_NOOP(
        "Wording", "{file} is no picture that can be used. JPEG, PNG, GIF, WebP and BMP can."
    ),
    "picture_broken": QT_TRANSLATE_NOOP("Wording", "{file} is damaged or incomplete. Get it once more."),
    "picture_too_many_pixels": QT_TRANSLATE_NOOP(
        "Wording", "{file} has {width} × {height} pixels, too many to open. Save it smaller first."
    ),
    "picture_not_small_enough": QT_TRANSLATE_NOOP(
        "Wording", "This picture cannot be made smaller than {kilobytes} KB, which is the most allowed. Take another."
    ),
    "content_invalid": QT_TRANSLATE_NOOP("Wording", "This cannot be opened: its content is damaged at {key}."),
    "card_has_problems": QT_TRANSLATE_NOOP("Wording", "The card is not exported while {count} things block it."),
    "folder_taken": QT_TRANSLATE_NOOP("Wording", "There is already something at {path}. Choose another name."),
}

_REPLY = {
    "title_empty": QT_TRANSLATE_NOOP("Wording", "Give the reply a title."),
    "nothing_to_say": QT_TRANSLATE_NOOP("Wording", "Write a text for the reply, or add a picture or a file."),
    "days_turned_round": QT_TRANSLATE_NOOP("Wording", "The last day of validity is before the first."),
    "group_name_empty": QT_TRANSLATE_NOOP("Wording", "Give the group a name."),
    "group_name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a group named {name}."),
    "group_missing": QT_TRANSLATE_NOOP("Wording", "This group does not exist any more."),
    "reply_missing": QT_TRANSLATE_NOOP("Wording", "This reply does not exist any more."),
    "text_has_faults": QT_TRANSLATE_NOOP("Wording", "A text of the reply cannot be filled in because of {written}."),
    "fragment_title_taken": QT_TRANSLATE_NOOP("Wording", "There is already a shared part named {name}."),
    "fragment_title_characters": QT_TRANSLATE_NOOP(
        "Wording", "The title of a shared part holds no braces, no bars and no line breaks."
    ),
    "fragment_in_use": QT_TRANSLATE_NOOP(
        "Wording", "{name} is still a part of other replies ({count}). Take it out of them first."
    ),
    "field_unknown": QT_TRANSLATE_NOOP("Wording", "Replies cannot be given the same {key}."),
    "content_invalid": QT_TRANSLATE_NOOP("Wording", "This reply cannot be read: its content is damaged at {key}."),
    "file_unknown": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} holds no replies that can be read here. Tables (XLSX, XLS, CSV), Espanso's YAML, and the JSON of "
        "Beeftext, Chatwoot, Zendesk, Zammad and FreeScout can.",
    ),
    "file_is_pack": QT_TRANSLATE_NOOP(
        "Wording", "{file} is a pack that computers share. Share through it instead of bringing it in."
    ),
    "file_broken": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is not well formed at line {line}, character {column}. Nothing was brought in; mend it there, or "
        "export it again.",
    ),
    "aliases_in_file": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} repeats a part of itself at line {line}, character {column} (a name with an asterisk). Write that part "
        "out; nothing was brought in.",
    ),
    "not_a_workbook": QT_TRANSLATE_NOOP(
        "Wording",
        "{file} is called a workbook, but it is a text in which no column of replies is found. Open it in the program "
        "that wrote it, and save it as XLSX or CSV.",
    ),
    "file_too_big": QT_TRANSLATE_NOOP("Wording", "{file} has more than {megabytes} MB, too much for replies."),
    "too_many_replies": QT_TRANSLATE_NOOP("Wording", "{file} holds more than {limit} replies. Split it."),
    "columns_unknown": QT_TRANSLATE_NOOP(
        "Wording", "The columns of {file} are not known. Bring it in through the window, and say which column is what."
    ),
    "kind_unknown": QT_TRANSLATE_NOOP("Wording", "Replies of this program are not written as {kind}."),
    "file_unwritable": QT_TRANSLATE_NOOP("Wording", "{path} cannot be written there."),
    "disk_full": QT_TRANSLATE_NOOP(
        "Wording", "There is not enough room for {path}. Nothing was written; a file of this name is as it was."
    ),
    "pack_busy": QT_TRANSLATE_NOOP(
        "Wording", "Another computer is writing to {path}. Nothing was changed; try again in a moment."
    ),
    "pack_foreign": QT_TRANSLATE_NOOP("Wording", "{path} is no pack of replies. Choose another name."),
    "pack_other": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} is another pack than the one shared through so far, perhaps of another shop; it holds {count} replies. "
        "Nothing was changed.",
    ),
    "pack_not_there": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} is not there, although this computer has shared before. Is this the right folder, and the right stick? "
        "Make a new file only if the old one is lost: the other computers are then asked whether they join it.",
    ),
    "pack_newer": QT_TRANSLATE_NOOP(
        "Wording", "{path} was written by a newer version of Regulars. Update the program to share replies through it."
    ),
    "pack_damaged": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} is damaged or not complete. Your replies are as they were. Move the file away and share again: "
        "every computer still has its own, and a new pack is made of them.",
    ),
    "pack_too_large": QT_TRANSLATE_NOOP("Wording", "{path} is too large for a pack of replies. Nothing was changed."),
    "pack_place_missing": QT_TRANSLATE_NOOP(
        "Wording", "The folder of {path} is not there. Is the stick in, or the network drive connected?"
    ),
    "pack_place_gone": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} cannot be reached any more. Nothing was lost: connect the stick or the network drive, "
        "then share again.",
    ),
    "pack_place_full": QT_TRANSLATE_NOOP("Wording", "There is no room left for {path}. Nothing was changed."),
    "pack_place_read_only": QT_TRANSLATE_NOOP(
        "Wording", "{path} cannot be written there: the place is read-only, or another program has the file open."
    ),
}

_TEMPLATE = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the text a name."),
    "name_taken": QT_TRANSLATE_NOOP("Wording", "There is already a text named {name}."),
    "template_missing": QT_TRANSLATE_NOOP("Wording", "This text does not exist any more."),
    "member_missing": QT_TRANSLATE_NOOP("Wording", "This member does not exist any more."),
    "empty_body": QT_TRANSLATE_NOOP("Wording", "The text is empty."),
    "file_missing": QT_TRANSLATE_NOOP("Wording", "There is no file {path}."),
    "file_unreadable": QT_TRANSLATE_NOOP("Wording", "{path} cannot be read."),
    "file_unwritable": QT_TRANSLATE_NOOP("Wording", "{path} cannot be written."),
    "file_too_big": QT_TRANSLATE_NOOP("Wording", "{path} is too big for a text."),
    "not_text": QT_TRANSLATE_NOOP("Wording", "{path} is not a text in UTF-8 or GB18030."),
    "bad_toml": QT_TRANSLATE_NOOP("Wording", "The template file is not TOML: {reason}"),
    "toml_excessive": QT_TRANSLATE_NOOP("Wording", "The template file has a number or a nesting that no text needs."),
    "rules_unreadable": QT_TRANSLATE_NOOP("Wording", "The vendor file {file} cannot be read as TOML."),
    "rules_invalid": QT_TRANSLATE_NOOP(
        "Wording", "The vendor file {file} has a missing, unknown or wrong entry at {key}."
    ),
    "unknown_key": QT_TRANSLATE_NOOP("Wording", "The template file has an unknown entry: {key}."),
    "bad_value": QT_TRANSLATE_NOOP("Wording", "The template file has a wrong value at {key}."),
    "unclosed_brace": QT_TRANSLATE_NOOP(
        "Wording",
        "A variable is not closed: the {{ at character {position} has no }}.",
    ),
    "stray_brace": QT_TRANSLATE_NOOP(
        "Wording",
        "A }} at character {position} closes nothing. Write }}}} for the character itself.",
    ),
    "empty_name": QT_TRANSLATE_NOOP("Wording", "A variable at character {position} has no name."),
    "unknown_variable": QT_TRANSLATE_NOOP("Wording", "There is no variable {name} (character {position})."),
    "bad_limit": QT_TRANSLATE_NOOP("Wording", "The length limit at character {position} is not a number from 1."),
}

_PREPARE = {
    "name_empty": QT_TRANSLATE_NOOP("Wording", "Give the audience a name."),
    "audience_missing": QT_TRANSLATE_NOOP("Wording", "This audience does not exist any more."),
    "handed_off": QT_TRANSLATE_NOOP(
        "Wording",
        "This audience was handed off. It stays as the record of who was written to.",
    ),
    "stale_roster": QT_TRANSLATE_NOOP("Wording", "Members or orders have just changed. Count again, then prepare."),
    "bad_price": QT_TRANSLATE_NOOP("Wording", "The price of a part must be a number, not below 0."),
    "nobody_matches": QT_TRANSLATE_NOOP("Wording", "Nobody is in this segment, so there is nobody to write to."),
    "nobody_left": QT_TRANSLATE_NOOP(
        "Wording",
        "Nobody is left to write to: {matched} people match, and every one of them is suppressed.",
    ),
    "template_problem": QT_TRANSLATE_NOOP("Wording", "The text cannot be sent: {why}"),
    "unfilled_variable": QT_TRANSLATE_NOOP(
        "Wording",
        "{{{variable}}} is empty for {count} people. Give it a fallback, such as {{{variable}|…}}.",
    ),
    "texts_too_long": QT_TRANSLATE_NOOP("Wording", "{count} texts are longer than {most} characters."),
    "too_many_rows": QT_TRANSLATE_NOOP("Wording", "{rows} rows do not fit one sheet of {most}. Split the file."),
    "bad_suffix": QT_TRANSLATE_NOOP("Wording", "A hand-off file ends in .csv or .xlsx, not in “{suffix}”."),
    "bad_encoding": QT_TRANSLATE_NOOP(
        "Wording",
        "A hand-off file is written in utf-8-sig or gb18030, not in {encoding}.",
    ),
    "bad_split": QT_TRANSLATE_NOOP("Wording", "Files can be split from 1 row on."),
    "folder_missing": QT_TRANSLATE_NOOP("Wording", "The folder {path} does not exist."),
    "is_shop_file": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} belongs to the shop itself. Choose another name; nothing was handed off.",
    ),
    "file_exists": QT_TRANSLATE_NOOP("Wording", "{path} is already there. Choose another name, or allow overwriting."),
    "file_in_use": QT_TRANSLATE_NOOP("Wording", "{path} is open in another program. Close it there, then try again."),
    "read_only": QT_TRANSLATE_NOOP(
        "Wording",
        "{path} cannot be written there: the folder is read-only. Nothing was handed off.",
    ),
    "disk_full": QT_TRANSLATE_NOOP("Wording", "The disk with {path} is full. Nothing was handed off."),
    "write_failed": QT_TRANSLATE_NOOP("Wording", "{path} could not be written. Nothing was handed off."),
}

ERRORS: Mapping[type[RegularsError], Mapping[str, str]] = {
    ShopFileError: _SHOP_FILE,
    ImportRefused: _IMPORT,
    TreeError: _TREE,
    SegmentError: _SEGMENT,
    CategoryError: _CATEGORY,
    TagError: _TAG,
    CutsError: _CUTS,
    TemplateError: _TEMPLATE,
    DocumentError: _DOCUMENT,
    ReplyError: _REPLY,
    PrepareError: _PREPARE,
}

PROBLEMS = {
    "bad_money": QT_TRANSLATE_NOOP("Wording", "not an amount"),
    "bad_time": QT_TRANSLATE_NOOP("Wording", "not a date or time"),
    "bad_number": QT_TRANSLATE_NOOP("Wording", "not a whole number"),
    "bad_phone": QT_TRANSLATE_NOOP("Wording", "not a phone number"),
    "bad_birthday": QT_TRANSLATE_NOOP("Wording", "not a birthday"),
    "bad_yes_no": QT_TRANSLATE_NOOP("Wording", "neither yes nor no"),
    "conflicting_rows": QT_TRANSLATE_NOOP(
        "Wording",
        "the rows of this order disagree; the most advanced one was taken",
    ),
    "extra_cells": QT_TRANSLATE_NOOP("Wording", "more cells than the header has; the row was skipped"),
    "line_break": QT_TRANSLATE_NOOP(
        "Wording",
        "a line break in a cell that never has one; the row was skipped",
    ),
    "missing_column": QT_TRANSLATE_NOOP("Wording", "files of this kind usually have a column {column}"),
    "row_above_header": QT_TRANSLATE_NOOP("Wording", "this row stands above the header and was not read"),
    "missing_identity": QT_TRANSLATE_NOOP("Wording", "nothing here says who this is; the row was skipped"),
    "missing_order_number": QT_TRANSLATE_NOOP("Wording", "no order number; the row was skipped"),
    "more_problems": QT_TRANSLATE_NOOP("Wording", "{count} more problems of this kind or later in the file"),
    "no_opt_out_time": QT_TRANSLATE_NOOP(
        "Wording",
        "no opt-out time in {count} rows, of which this is the first; they were skipped as not opted out",
    ),
    "no_opt_out_reply": QT_TRANSLATE_NOOP(
        "Wording",
        "{count} answers, of which this is the first, do not refuse messages; they were skipped as not opted out",
    ),
    "other_currency": QT_TRANSLATE_NOOP("Wording", "another currency than the rest of the file"),
    "precision_lost": QT_TRANSLATE_NOOP("Wording", "a spreadsheet has cut the end of this long number"),
    "sheet_left_out": QT_TRANSLATE_NOOP("Wording", "the sheet {sheet} was not read"),
    "short_row": QT_TRANSLATE_NOOP("Wording", "fewer cells than the header has"),
    "unknown_after_sale": QT_TRANSLATE_NOOP(
        "Wording", "an unknown word for an after-sale; nothing counts as refunded by it"
    ),
    "unknown_refund_state": QT_TRANSLATE_NOOP(
        "Wording", "an unknown state of a refund; the refund does not count until its state is known"
    ),
    "unknown_status": QT_TRANSLATE_NOOP(
        "Wording", "an unknown order status; the order counts as bought where there is a pay time or money was paid"
    ),
    "unreadable_text": QT_TRANSLATE_NOOP("Wording", "characters that cannot be read"),
}

TEMPLATE_PROBLEMS = {
    "missing_signature": QT_TRANSLATE_NOOP("Wording", "a text needs a signature in 【】."),
    "signature_characters": QT_TRANSLATE_NOOP("Wording", "the signature has a character that is not allowed."),
    "signature_length": QT_TRANSLATE_NOOP(
        "Wording",
        "signatures of {shortest} to {longest} characters pass reviews best.",
    ),
    "empty_body": QT_TRANSLATE_NOOP("Wording", "the text is empty."),
    "brackets_in_body": QT_TRANSLATE_NOOP("Wording", "【】 may stand around the signature only."),
    "missing_opt_out": QT_TRANSLATE_NOOP("Wording", "a marketing text must say how to refuse, such as 拒收请回复R."),
    "opt_out_in_notification": QT_TRANSLATE_NOOP("Wording", "a notification must not carry an opt-out wording."),
    "opt_out_twice": QT_TRANSLATE_NOOP("Wording", "the opt-out wording stands in the text and behind it."),
    "unusual_opt_out": QT_TRANSLATE_NOOP("Wording", "this opt-out wording is not one that vendors know."),
    "too_long": QT_TRANSLATE_NOOP("Wording", "{units} characters are more than the {most} that vendors take."),
    "full_width_brace": QT_TRANSLATE_NOOP("Wording", "｛ and ｝ are plain characters; a variable is written in {{ }}."),
    "line_break": QT_TRANSLATE_NOOP("Wording", "line breaks are sent as a space."),
    "unclosed_brace": QT_TRANSLATE_NOOP("Wording", "a variable is not closed with }}."),
    "stray_brace": QT_TRANSLATE_NOOP("Wording", "a }} closes nothing; write }}}} for the character itself."),
    "empty_name": QT_TRANSLATE_NOOP("Wording", "a variable has no name."),
    "unknown_variable": QT_TRANSLATE_NOOP("Wording", "there is no variable {name}."),
    "bad_limit": QT_TRANSLATE_NOOP("Wording", "the length limit of a variable is not a number from 1."),
}

STEPS = {
    "opted_out": QT_TRANSLATE_NOOP("Wording", "Opted out"),
    "no_consent": QT_TRANSLATE_NOOP("Wording", "No consent"),
    "no_usable_phone": QT_TRANSLATE_NOOP("Wording", "No usable phone"),
    "no_email": QT_TRANSLATE_NOOP("Wording", "No e-mail address"),
    "no_account": QT_TRANSLATE_NOOP("Wording", "No account on a platform"),
    "duplicate_phone": QT_TRANSLATE_NOOP("Wording", "Same phone as another"),
    "duplicate_email": QT_TRANSLATE_NOOP("Wording", "Same e-mail address as another"),
    "recently_messaged": QT_TRANSLATE_NOOP("Wording", "Messaged in the last {days} days"),
}

STATUSES = {
    "unknown": QT_TRANSLATE_NOOP("Wording", "unknown"),
    "unpaid": QT_TRANSLATE_NOOP("Wording", "unpaid"),
    "paid": QT_TRANSLATE_NOOP("Wording", "paid"),
    "part_shipped": QT_TRANSLATE_NOOP("Wording", "partly shipped"),
    "shipped": QT_TRANSLATE_NOOP("Wording", "shipped"),
    "signed": QT_TRANSLATE_NOOP("Wording", "delivered"),
    "finished": QT_TRANSLATE_NOOP("Wording", "finished"),
    "closed": QT_TRANSLATE_NOOP("Wording", "closed"),
    "closed_unpaid": QT_TRANSLATE_NOOP("Wording", "closed unpaid"),
}

STARTER_GROUPS = {
    "repurchase": QT_TRANSLATE_NOOP("Wording", "Buying again"),
    "recall": QT_TRANSLATE_NOOP("Wording", "Recall"),
    "newcomers": QT_TRANSLATE_NOOP("Wording", "Newcomers and members"),
    "campaign": QT_TRANSLATE_NOOP("Wording", "Campaigns"),
    "service": QT_TRANSLATE_NOOP("Wording", "Service"),
    "value": QT_TRANSLATE_NOOP("Wording", "Best customers"),
}

# What a starter asks for, where the shop has none yet.
STARTER_LACKS = {
    "word": QT_TRANSLATE_NOOP("Wording", "needs products with titles"),
    "category": QT_TRANSLATE_NOOP("Wording", "needs categories of products"),
}

CONSENTS = {
    "granted": QT_TRANSLATE_NOOP("Wording", "consented"),
    "not_granted": QT_TRANSLATE_NOOP("Wording", "did not consent"),
    "opted_out": QT_TRANSLATE_NOOP("Wording", "opted out"),
    "unknown": QT_TRANSLATE_NOOP("Wording", "not recorded"),
}

PHONES = {
    "real": QT_TRANSLATE_NOOP("Wording", "mobile"),
    "landline": QT_TRANSLATE_NOOP("Wording", "landline"),
    "masked": QT_TRANSLATE_NOOP("Wording", "masked by the platform"),
    "virtual": QT_TRANSLATE_NOOP("Wording", "platform's relay number"),
    "absent": QT_TRANSLATE_NOOP("Wording", "no phone"),
}

EXPECTED = {
    "op_and_number": QT_TRANSLATE_NOOP("Wording", 'a comparison and a number, such as [">=", 2]'),
    "true_or_false": QT_TRANSLATE_NOOP("Wording", "true or false"),
    "object": QT_TRANSLATE_NOOP("Wording", "an object in {{ }}"),
    "list": QT_TRANSLATE_NOOP("Wording", "a list in [ ]"),
    "text": QT_TRANSLATE_NOOP("Wording", "a text"),
    "whole_number": QT_TRANSLATE_NOOP("Wording", "a whole number"),
    "number": QT_TRANSLATE_NOOP("Wording", "a number"),
    "two_numbers": QT_TRANSLATE_NOOP("Wording", "two numbers"),
    "two_ends": QT_TRANSLATE_NOOP("Wording", "two numbers, of which one may be null"),
    "percent": QT_TRANSLATE_NOOP("Wording", "a percentage with at most two decimals"),
    "true_or_texts": QT_TRANSLATE_NOOP("Wording", "true, a text or a list of texts"),
}
