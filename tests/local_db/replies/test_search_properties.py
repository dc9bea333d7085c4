"""What holds for every library and everything typed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from local_db.replies.model import Reply, Usage, Wording
from local_db.replies.search.hit import Field, Hit, Mark
from local_db.replies.search.index import ReplyIndex
from local_db.replies.search.questions import is_question
from local_db.replies.search.slips import allowed
from local_db.replies.search.typed import words_of
from tests.local_db.replies.evaluation import TODAY, index, queries
from tests.local_db.replies.library import library

SYLLABLES = {
    "退": ("tui",), "货": ("huo",), "运": ("yun",), "费": ("fei",), "发": ("fa",), "时": ("shi",),
    "间": ("jian",),
    "重": ("zhong", "chong"), "庆": ("qing",), "银": ("yin",), "行": ("xing", "hang"), "会": ("hui", "kuai"),
    "计": ("ji",), "长": ("chang", "zhang"), "安": ("an",), "西": ("xi",), "先": ("xian",), "儿": ("er",),
    "女": ("nv",), "绿": ("lv",), "啊": ("a",), "欧": ("ou",), "单": ("dan",),
}  # fmt: skip
CHARACTERS = "".join(SYLLABLES)
ELSEWHERE = {"亲": ("qin",), "售": ("shou",), "后": ("hou",), "组": ("zu",)}
GROUPS = {"g1": "售后", "g2": "发货组", "g3": "VIP"}
USAGE = {"r1": Usage(3, 1_795_000_000), "r2": Usage(90, 1_790_000_000)}

others = st.sampled_from(["VIP", "7", " ", "，", "refund", "48", "{nick|亲}"])
texts = st.lists(st.one_of(st.text(CHARACTERS, min_size=1, max_size=4), others), min_size=1, max_size=6).map("".join)
replies = st.builds(
    Reply,
    uid=st.sampled_from([f"r{number}" for number in range(12)]),
    title=texts,
    wordings=st.lists(texts, max_size=2).map(lambda some: tuple(Wording(f"w{n}", text) for n, text in enumerate(some))),
    group=st.sampled_from(["", "g1", "g2", "g3"]),
    shortcut=st.sampled_from(["", "th", "/fh", "x1"]),
    tags=st.lists(texts, max_size=2).map(tuple),
    platforms=st.sampled_from([(), ("jd",)]),
    pinned=st.booleans(),
    fragment=st.booleans(),
)
libraries = st.lists(replies, max_size=8, unique_by=lambda reply: reply.uid)
typed_words = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=4),
    st.lists(st.sampled_from([*sum(SYLLABLES.values(), ()), *"tyfsjz"]), min_size=1, max_size=4).map("".join),
    st.sampled_from(["vip", "re", "refudn", "7", "tuihou", "fahuoshijain", "退伙", "th", "shifei", "7天", "huifei"]),
)
TYPED = [
    "",
    "th",
    "tuihuo",
    "退货",
    "tuihou",
    "yinhang",
    "fahuoshijian",
    "vip",
    "x1",
    "退 货",
    "t",
    "chang",
    "refudn",
    "sh",
]


def search(found: ReplyIndex, typed: str) -> tuple[Hit, ...]:
    return found.search(typed, usage=USAGE, today=TODAY, limit=10_000)


def in_letters(title: str, first_only: bool = False) -> str:
    """A title as it is typed in letters: the usual syllables or their initials, words and numbers as they are."""
    said = (SYLLABLES[char][0] if char in SYLLABLES else char.lower() for char in title if char.isalnum())
    return "".join(some[0] if first_only else some for some in said)


@given(libraries, st.text(CHARACTERS, min_size=2, max_size=9))
@example([], "会会会会重重重重")
@settings(max_examples=60, deadline=None)
def test_the_whole_pinyin_of_a_title_and_its_initials_find_it(others: list[Reply], title: str) -> None:
    found = ReplyIndex([*others, Reply("wanted", title)], GROUPS)
    for typed in (title, in_letters(title), in_letters(title, first_only=True)):
        assert "wanted" in {hit.uid for hit in search(found, typed)}, typed


def test_so_it_is_with_every_title_of_the_library() -> None:
    from local_db.replies.search import readings

    for reply in library()[0][::7]:
        letters = [
            readings.usual(char) if not char.isascii() else char.lower() for char in reply.title if char.isalnum()
        ]
        for typed in ("".join(letters), reply.title, "".join(some[0] for some in letters)):
            assert reply.uid in {hit.uid for hit in index().search(typed, usage={}, today=TODAY, limit=3000)}, typed


@given(libraries, st.lists(typed_words, min_size=1, max_size=3).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_marks_lie_in_their_fields_and_spell_what_was_typed(known: list[Reply], typed: str) -> None:
    by_uid = {reply.uid: reply for reply in known}
    for hit in search(ReplyIndex(known, GROUPS), typed):
        reply = by_uid[hit.uid]
        assert list(hit.marks) == sorted(hit.marks)
        for mark in hit.marks:
            assert 0 <= mark.start < mark.end <= len(marked_text(reply, mark))
        assert hit.snippet.start <= hit.snippet.end
        if reply.wordings:
            assert hit.snippet.end <= len(reply.wordings[hit.snippet.part].text)
        if is_question(typed):  # some of its words are enough
            assert hit.marks
        elif hit.score < 1000:  # an exact shortcut is found as it stands
            shown = [marked_text(reply, mark)[mark.start : mark.end] for mark in hit.marks]
            for word in words_of(typed):
                assert spelled(word, shown), (word, shown)


def test_marks_spell_what_clerks_typed() -> None:
    by_uid = {reply.uid: reply for reply in library()[0]}
    for query in queries():
        for hit in index().search(query.typed, usage={}, today=TODAY, limit=3):
            for mark in hit.marks:
                assert 0 <= mark.start < mark.end <= len(marked_text(by_uid[hit.uid], mark, library()[1]))


def marked_text(reply: Reply, mark: Mark, groups: dict[str, str] = GROUPS) -> str:
    match mark.field:
        case Field.TITLE:
            return reply.title
        case Field.SHORTCUT:
            return reply.shortcut
        case Field.TAG:
            return reply.tags[mark.part]
        case Field.GROUP:
            return groups[reply.group]
        case _:
            return reply.wordings[mark.part].text


def spelled(word: str, shown: Sequence[str]) -> bool:
    """Whether a word may be meant by some of the marked characters, with the slips it may have."""
    slips = max(allowed(word), 1 if not word.isascii() else 0)
    return any(
        distance_to("".join(some), word) <= slips
        for count in range(1, len(shown) + 1)
        for some in itertools.permutations(shown, count)
    )


def distance_to(text: str, word: str) -> int:
    """Slips between a word and the nearest way to type some characters that follow one another in a text."""
    chars = [char for char in text.lower() if char.isalnum()]
    return min(
        (_nearest(chars[begin:end], word) for begin in range(len(chars)) for end in range(begin + 1, len(chars) + 1)),
        default=len(word),
    )


def _nearest(chars: Sequence[str], word: str) -> int:
    reached = {0: 0}  # letters of the word that are spelled: the slips that took
    for place, char in enumerate(chars):
        further: dict[int, int] = {}
        for done, slips in reached.items():
            for piece in _pieces(char, last=place == len(chars) - 1):
                for end in range(max(done, done + len(piece) - 1), min(len(word), done + len(piece) + 1) + 1):
                    cost = slips + _slips(word[done:end], piece)
                    further[end] = min(cost, further.get(end, cost))
        reached = further
    return reached.get(len(word), len(word))


def _pieces(char: str, *, last: bool) -> Iterable[str]:
    same = {"7": ("七", "qi")}.get(char, ())
    pieces = {char, *same}
    for syllable in (SYLLABLES | ELSEWHERE).get(char, ()):
        pieces |= {syllable, syllable[0], syllable[:2] if syllable[1:2] == "h" else syllable[0]}
        pieces |= {other for other in CHARACTERS if syllable in SYLLABLES[other]}
        pieces |= _other_sounds(syllable)
        if last:
            pieces |= {piece[:length] for piece in set(pieces) for length in range(1, len(piece))}
    return pieces


def _other_sounds(syllable: str) -> set[str]:
    from local_db.replies.search.sounds import spellings

    return set(spellings(syllable))


def _slips(left: str, right: str) -> int:
    from local_db.replies.search.slips import distance

    return distance(left, right, 2)


@given(
    libraries,
    st.lists(replies, max_size=8),
    st.sets(st.sampled_from([f"r{number}" for number in range(12)])),
    st.data(),
)
@settings(max_examples=40, deadline=None)
def test_an_index_kept_up_to_date_is_as_good_as_a_new_one(
    known: list[Reply], changes: list[Reply], removed: set[str], data: st.DataObject
) -> None:
    found = ReplyIndex(known, GROUPS)
    now = {reply.uid: reply for reply in known}
    typed = data.draw(typed_words)
    for change in changes:
        search(found, typed)
        found.update([change])
        now[change.uid] = change
    found.update([], removed)
    fresh = ReplyIndex([reply for uid, reply in now.items() if uid not in removed], GROUPS)
    for words in [*TYPED, typed]:
        assert search(found, words) == search(fresh, words), words


def test_many_changes_are_taken_in() -> None:
    known, groups = library()
    found = ReplyIndex(known[:900], groups)
    found.update(known[900:1700])
    found.update([], [reply.uid for reply in known[:300]])
    for begin in range(1700, 2000, 7):
        found.update(known[begin : begin + 7], [known[begin - 1000].uid])
    gone = {reply.uid for reply in known[:300]} | {known[begin - 1000].uid for begin in range(1700, 2000, 7)}
    fresh = ReplyIndex([reply for reply in known[:2001] if reply.uid not in gone], groups)
    for query in queries()[::9]:
        assert found.search(query.typed, usage={}, today=TODAY) == fresh.search(query.typed, usage={}, today=TODAY), (
            query
        )


@given(libraries, st.lists(typed_words, min_size=2, max_size=4, unique=True))
@example([Reply("r1", "退货运费"), Reply("r2", "运费")], ["退货", "yunfie"])
@example([Reply("r1", "会退会儿长"), Reply("r2", "儿会退")], ["会儿", "会退"])
@settings(max_examples=60, deadline=None)
def test_words_may_come_in_any_order(known: list[Reply], words: list[str]) -> None:
    found = ReplyIndex(known, GROUPS)
    expected = search(found, " ".join(words))
    for order in itertools.permutations(words):
        assert search(found, " ".join(order)) == expected


@given(libraries, typed_words)
@settings(max_examples=40, deadline=None)
def test_it_does_not_matter_in_which_order_replies_come(known: list[Reply], typed: str) -> None:
    expected = search(ReplyIndex(known, GROUPS), typed)
    assert search(ReplyIndex(known[::-1], GROUPS), typed) == expected
    assert search(ReplyIndex(known[1::2] + known[::2], GROUPS), typed) == expected


@given(libraries, st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_nothing_that_may_be_typed_breaks_it(known: list[Reply], typed: str) -> None:
    found = ReplyIndex([*known, Reply("odd", typed, (Wording("w", typed),), tags=(typed,), shortcut=typed)], GROUPS)
    for hit in search(found, typed):
        assert hit.score > 0


@given(libraries, st.text(CHARACTERS + " tuihofa7", min_size=1, max_size=10))
@settings(max_examples=40, deadline=None)
def test_what_was_typed_before_changes_nothing(known: list[Reply], typed: str) -> None:
    kept = ReplyIndex(known, GROUPS)
    for length in range(1, len(typed) + 1):
        assert search(kept, typed[:length]) == search(ReplyIndex(known, GROUPS), typed[:length])
