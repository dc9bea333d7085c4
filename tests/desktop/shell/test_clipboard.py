"""What is kept of the clipboard, when it comes back, and what never happens to it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.shell.clipboard import keeper as keeping
from desktop.shell.clipboard import kept as kept_rules
from desktop.shell.clipboard.content import PICTURE, Content, png_of
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.clipboard.kept import Form, Kept, KeptData, QtMemory, in_order, read
from desktop.shell.clipboard.windows import WindowsMemory, is_lost, is_memory

BEFORE = Kept((Form("text/plain", b"before"), Form("text/uri-list", b"# as it was\nfile:///a\n")))


def picture() -> QImage:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


class TestReading:
    def test_questions_are_no_contents_and_pictures_come_last(self) -> None:
        names = ["TARGETS", "image/bmp", "image/png", "TIMESTAMP", "text/html", "PIXMAP", "x-own", "MULTIPLE", PICTURE]
        assert in_order(names) == ["text/html", "x-own", "image/png", "image/bmp", "PIXMAP"]

    def test_a_picture_that_has_no_other_form_is_kept_as_qt_has_it(self) -> None:
        assert in_order([PICTURE, "text/plain"]) == ["text/plain", PICTURE]

    @given(st.dictionaries(st.text(min_size=1), st.binary(max_size=20)), st.integers(0, 60))
    def test_what_does_not_fit_is_named_and_the_rest_is_whole(self, forms: dict[str, bytes], most: int) -> None:
        kept = read(list(forms), forms.__getitem__, lambda: 0.0, most)
        assert kept.size <= most
        assert {form.name: form.data for form in kept.forms}.items() <= forms.items()
        assert [form.name for form in kept.forms] == [name for name in forms if name not in kept.lost]
        assert bool(kept.lost) <= (sum(map(len, forms.values())) > most)

    def test_a_program_that_answers_slowly_does_not_hold_the_panel(self) -> None:
        now = 0.0

        def fetch(name: str) -> bytes:
            nonlocal now
            now += 1.0
            return name.encode()

        kept = read(["a", "b", "c", "d"], fetch, lambda: now)
        assert ([form.name for form in kept.forms], kept.lost) == (["a", "b"], ("c", "d"))

    def test_other_encodings_of_a_picture_are_waited_for_less(self) -> None:
        now = 0.0

        def fetch(name: str) -> bytes:
            nonlocal now
            now += 0.2
            return name.encode()

        kept = read(["text", "image/png", "image/bmp", "image/tiff", "image/xpm"], fetch, lambda: now)
        assert [form.name for form in kept.forms] == ["text", "image/png", "image/bmp", "image/tiff"]
        assert kept.complete

    @pytest.mark.parametrize(
        ("names", "lost", "complete"),
        [
            (["text/plain"], (), True),
            (["image/png"], ("image/bmp", "image/tiff"), True),
            (["image/png"], ("image/bmp", "text/html"), False),
            (["text/plain"], ("image/png",), False),
            ([], ("*",), False),
        ],
    )
    def test_another_encoding_of_a_kept_picture_is_no_loss(
        self, names: Sequence[str], lost: tuple[str, ...], complete: bool
    ) -> None:
        assert Kept(tuple(Form(name, b"x") for name in names), lost).complete is complete


class TestContent:
    def test_is_at_least_something(self) -> None:
        with pytest.raises(ValueError, match="nothing"):
            Content()
        with pytest.raises(ValueError, match="nothing"):
            Content(image=QImage())

    def test_is_pasted_kind_by_kind(self, qapp: QGuiApplication) -> None:
        image = picture()
        assert Content("a", image, (Path("b"),)).parts() == (
            Content("a"), Content(image=image), Content(files=(Path("b"),)),
        )  # fmt: skip


class FakeMemory:
    """The clipboard of a system: what is there before, and what was put back."""

    def __init__(self, before: Kept = BEFORE) -> None:
        self.before = before
        self.saved = 0
        self.restored: list[Kept] = []

    def save(self) -> Kept:
        self.saved += 1
        return self.before

    def restore(self, kept: Kept) -> bool:
        self.restored.append(kept)
        QGuiApplication.clipboard().setMimeData(KeptData(kept))
        return True


class TestKeeper:
    @pytest.fixture(autouse=True)
    def _quick(self, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> Iterator[None]:
        for name in ("MANAGERS_MS", "MANAGERS_NEXT_MS", "ADVANCE_MS", "SETTLED_MS"):
            monkeypatch.setattr(keeping, name, 30)
        yield
        QGuiApplication.clipboard().setMimeData(QMimeData())  # nothing of Python's may be asked at the end

    @pytest.fixture
    def memory(self) -> FakeMemory:
        return FakeMemory()

    @pytest.fixture
    def keeper(self, memory: FakeMemory) -> ClipboardKeeper:
        return ClipboardKeeper(memory=memory)

    def test_offers_every_kind(self, keeper: ClipboardKeeper) -> None:
        keeper.put(text="a <b>\nc", image=picture(), files=[Path("/tmp/d e.txt")])  # noqa: S108 - a name only
        data = QGuiApplication.clipboard().mimeData()
        assert data.text() == "a <b>\nc"
        assert data.imageData().size() == picture().size()
        assert data.data("image/png").data() == png_of(picture())
        assert [url.toLocalFile() for url in data.urls()] == ["/tmp/d e.txt"]  # noqa: S108 - a name only
        assert "a &lt;b&gt;<br>c" in data.html()

    def test_a_pictures_own_bytes_arrive_as_they_are(self, keeper: ClipboardKeeper) -> None:
        keeper.put(image=picture(), png=b"the file itself")
        assert QGuiApplication.clipboard().mimeData().data("image/png").data() == b"the file itself"

    def test_comes_back_after_a_paste(self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot) -> None:
        keeper.put(text="ours")
        keeper.expect_paste()
        with qtbot.waitSignals([keeper.taken, keeper.restored]):
            assert QGuiApplication.clipboard().text() == "ours"
        assert memory.restored == [BEFORE]
        assert QGuiApplication.clipboard().mimeData().data("text/uri-list").data() == BEFORE.forms[1].data

    def test_stays_until_it_is_pasted(self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot) -> None:
        keeper.put(text="ours")
        qtbot.wait(200)
        assert memory.restored == []
        assert keeper.holds

    def test_a_clipboard_managers_look_is_no_paste(
        self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot
    ) -> None:
        keeper.put(text="ours")
        assert QGuiApplication.clipboard().text() == "ours"  # at once, as no person can
        qtbot.wait(200)
        assert memory.restored == []
        with qtbot.waitSignal(keeper.restored):
            assert QGuiApplication.clipboard().text() == "ours"

    def test_several_take_turns(self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot) -> None:
        keeper.offer([Content("one"), Content("two")])
        keeper.expect_paste()
        with qtbot.waitSignal(keeper.advanced):
            assert QGuiApplication.clipboard().text() == "one"
        assert memory.restored == []
        keeper.expect_paste()
        with qtbot.waitSignal(keeper.restored):
            assert QGuiApplication.clipboard().text() == "two"

    def test_what_it_put_there_itself_is_nobodys_earlier_content(
        self, keeper: ClipboardKeeper, memory: FakeMemory
    ) -> None:
        keeper.put(text="one")
        assert keeper.put(text="two") == BEFORE
        assert memory.saved == 1
        assert keeper.restore()
        assert memory.restored == [BEFORE]

    def test_never_comes_back_over_something_newer(
        self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot
    ) -> None:
        keeper.put(text="ours")
        keeper.expect_paste()
        QGuiApplication.clipboard().text()
        newer = QMimeData()
        newer.setText("a screenshot's name")
        with qtbot.waitSignal(keeper.replaced):
            QGuiApplication.clipboard().setMimeData(newer)
        qtbot.wait(100)
        assert memory.restored == []
        assert not keeper.restore()
        assert QGuiApplication.clipboard().text() == "a screenshot's name"

    def test_a_program_that_fetches_all_the_time_does_not_keep_it_away(
        self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(keeping, "AT_LATEST_MS", 150)
        keeper.put(text="ours")
        keeper.expect_paste()

        def back() -> bool:
            return QGuiApplication.clipboard().text() == "before"

        qtbot.waitUntil(back, timeout=2000)
        assert memory.restored == [BEFORE]

    def test_waits_to_be_asked_where_that_is_wanted(
        self, keeper: ClipboardKeeper, memory: FakeMemory, qtbot: QtBot
    ) -> None:
        keeper.put(text="ours", comes_back=False)
        keeper.expect_paste()
        QGuiApplication.clipboard().text()
        qtbot.wait(100)
        assert memory.restored == []
        assert keeper.restore()

    def test_a_reply_is_better_than_nothing(self, qtbot: QtBot) -> None:
        memory = FakeMemory(Kept(lost=("*",)))
        keeper = ClipboardKeeper(memory=memory)
        assert not keeper.put(text="ours").complete
        assert not keeper.restore()
        assert QGuiApplication.clipboard().text() == "ours"

    @pytest.mark.parametrize("pasted", [True, False])
    def test_leaves_nothing_of_pythons_behind(self, keeper: ClipboardKeeper, memory: FakeMemory, pasted: bool) -> None:
        keeper.put(text="ours")
        if pasted:
            keeper.restore()
        keeper.end()
        assert memory.restored == [BEFORE]
        assert type(QGuiApplication.clipboard().mimeData()) is QMimeData
        assert QGuiApplication.clipboard().text() == "before"


def test_an_empty_clipboard_is_empty_again(qapp: QGuiApplication) -> None:
    board = QGuiApplication.clipboard()
    memory = QtMemory(board)
    board.setText("ours")
    assert memory.restore(Kept())
    assert board.text() == ""


def test_every_form_is_kept_and_handed_out_as_it_was(qapp: QGuiApplication) -> None:
    board = QGuiApplication.clipboard()
    kept = Kept((Form("x-own", b"\x00\x01"), Form("text/html", b"<b>a</b>\r\n"), Form("image/png", b"no picture")))
    memory = QtMemory(board)
    memory.restore(kept)
    assert memory.save() == kept
    board.setMimeData(kept_rules.plain(board.mimeData()))


class FakeSystem:
    """The clipboard of Windows and its memory, as far as they are called."""

    def __init__(self, forms: dict[int, bytes], names: dict[int, str], *, busy: int = 0) -> None:
        self.forms, self.names, self.busy = dict(forms), dict(names), busy
        self.memory: dict[int, Any] = {}
        self.open = 0
        self.handles = {number: self._hold(data) for number, data in forms.items()}

    def _hold(self, data: bytes) -> int:
        handle = len(self.memory) + 1
        self.memory[handle] = ctypes.create_string_buffer(data, len(data))
        return handle

    def OpenClipboard(self, window: int) -> int:  # noqa: N802 - Windows' names, here and below
        assert window
        self.busy -= 1
        self.open += self.busy < 0
        return self.busy < 0

    def CloseClipboard(self) -> int:  # noqa: N802
        self.open -= 1
        return 1

    def EmptyClipboard(self) -> int:  # noqa: N802
        self.forms.clear()
        return 1

    def EnumClipboardFormats(self, after: int) -> int:  # noqa: N802
        numbers = [0, *self.forms, 0]
        return numbers[numbers.index(after) + 1]

    def GetClipboardFormatNameW(self, number: int, place: Any, _size: int) -> int:  # noqa: N802
        place.value = self.names.get(number, "")
        return len(place.value)

    def RegisterClipboardFormatW(self, name: str) -> int:  # noqa: N802
        return next(number for number, known in self.names.items() if known == name)

    def GetClipboardData(self, number: int) -> int:  # noqa: N802
        return self.handles.get(number, 0)

    def SetClipboardData(self, number: int, handle: int) -> int:  # noqa: N802
        self.forms[number] = self.memory[handle].raw
        return handle

    def GlobalAlloc(self, _flags: int, size: int) -> int:  # noqa: N802
        return self._hold(bytes(size))

    def GlobalLock(self, handle: int) -> int:  # noqa: N802
        return ctypes.addressof(self.memory[handle])

    def GlobalSize(self, handle: int) -> int:  # noqa: N802
        return len(self.memory[handle].raw)

    def GlobalUnlock(self, _handle: int) -> int:  # noqa: N802
        return 1


class TestWindows:
    """The part for Windows against a clipboard that behaves as Windows documents it."""

    FORMS = {13: "单号\0".encode("utf-16-le"), 49300: b"<html>\0", 15: b"files", 8: bytes(40)}  # noqa: RUF012
    NAMES = {49300: "HTML Format", 49161: "DataObject", 49171: "Embed Source"}  # noqa: RUF012

    def test_every_format_comes_back_as_it_was(self, qapp: QGuiApplication) -> None:
        system = FakeSystem(self.FORMS | {2: b"", 49161: b"note", 49171: b"object"}, self.NAMES, busy=2)
        memory: Any = WindowsMemory(system, system)  # type: ignore[arg-type]
        kept = memory.save()
        assert [form.name for form in kept.forms] == ["#13", "HTML Format", "#15", "#8"]
        assert kept.complete
        system.forms = {1: b"a reply"}
        assert memory.restore(kept)
        assert (system.forms, system.open) == (self.FORMS, 0)

    def test_what_cannot_be_had_is_named(self, qapp: QGuiApplication) -> None:
        drawing = FakeSystem({14: b""}, {})
        assert WindowsMemory(drawing, drawing).save() == Kept(lost=("#14",))  # type: ignore[arg-type]
        held = FakeSystem(self.FORMS, self.NAMES, busy=1000)
        assert WindowsMemory(held, held).save() == Kept(lost=("*",))  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("name", "memory", "lost"),
        [
            ("#1", True, False), ("#2", False, False), ("#3", False, True), ("#8", True, False), ("#9", False, False),
            ("#14", False, True), ("#15", True, False), ("#17", True, False), ("#128", False, True),
            ("#768", False, True), ("HTML Format", True, False), ("DataObject", False, False),
            ("Link Source", False, True), ("#hash", True, False),
        ],
    )  # fmt: skip
    def test_formats_are_memory_or_follow_from_it_or_are_lost(self, name: str, memory: bool, lost: bool) -> None:
        assert (is_memory(name), is_lost(name)) == (memory, lost)
