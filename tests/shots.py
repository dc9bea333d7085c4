"""Writes a picture of every page, view and dialog: English and Chinese, light and dark, sample shop and empty.

`python3 dev.py shots DIR` runs this. The sample shop is made by the demo, so the pictures show real figures.
"""

from __future__ import annotations

import math
import os
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtTest import QTest  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget  # noqa: E402

from desktop import app as wiring  # noqa: E402
from desktop import translation, wording  # noqa: E402
from desktop.call_scripts.caller.bundle_dialog import BundleDialog  # noqa: E402
from desktop.call_scripts.caller.hand_off_dialog import HandOffDialog as ListDialog  # noqa: E402
from desktop.call_scripts.editor import ScriptEditor  # noqa: E402
from desktop.call_scripts.editor_tabs import EditorTabs  # noqa: E402
from desktop.call_scripts.page import CallScriptsPage  # noqa: E402
from desktop.campaigns.hand_off_dialog import HandOffDialog  # noqa: E402
from desktop.cards import edits  # noqa: E402
from desktop.cards.editor import CardEditor  # noqa: E402
from desktop.cards.page import CardsPage  # noqa: E402
from desktop.demo import SAMPLE, make  # noqa: E402
from desktop.documents.folder_dialog import FolderDialog  # noqa: E402
from desktop.importing.import_dialog import ImportDialog  # noqa: E402
from desktop.members.data_dialog import DataDialog  # noqa: E402
from desktop.members.erase_dialog import EraseDialog  # noqa: E402
from desktop.pages import PAGES  # noqa: E402
from desktop.passphrase_dialog import PassphraseDialog  # noqa: E402
from desktop.replies.panel.host import ReplyHost  # noqa: E402
from desktop.replies.panel.panel import ReplyPanel  # noqa: E402
from desktop.segments.builder.builder import Builder  # noqa: E402
from desktop.shell.clipboard.content import png_of  # noqa: E402
from desktop.shell.clipboard.keeper import ClipboardKeeper  # noqa: E402
from desktop.shell.context import PageContext  # noqa: E402
from desktop.shell.crash import CrashDialog, describe  # noqa: E402
from desktop.shell.main_window import MainWindow  # noqa: E402
from desktop.shell.paste.paster import Paster  # noqa: E402
from desktop.start import wired  # noqa: E402
from desktop.templates.editor import TemplateEditor  # noqa: E402
from desktop.templates.members_dialog import MembersDialog  # noqa: E402
from desktop.widgets.popover import Popover  # noqa: E402
from local_db.call_scripts.codec import to_json  # noqa: E402
from local_db.call_scripts.model import CallScript  # noqa: E402
from local_db.call_scripts.starters import starters  # noqa: E402
from local_db.call_scripts.takes_actions import add_take  # noqa: E402
from local_db.call_scripts.takes_sound import RATE  # noqa: E402
from local_db.campaigns.actions import list_audiences  # noqa: E402
from local_db.cards.model import Field as CardField  # noqa: E402
from local_db.cards.starters import starters as card_starters  # noqa: E402
from local_db.documents.actions import list_documents, save_document  # noqa: E402
from local_db.documents.model import Document, DocumentKind  # noqa: E402
from local_db.media.model import Media, MediaKind  # noqa: E402
from local_db.members.erasure import Extent  # noqa: E402
from local_db.replies.actions import library  # noqa: E402
from local_db.replies.attachments import attach  # noqa: E402
from local_db.replies.buyer import Candidate  # noqa: E402
from local_db.replies.model import Reply, Wording  # noqa: E402
from local_db.replies.ready_made import add_ready_made  # noqa: E402
from local_db.replies.starters import starters as reply_starters  # noqa: E402
from local_db.replies.uses import record_use  # noqa: E402
from local_db.segments.actions import list_segments  # noqa: E402
from local_db.shop_file import SUFFIX, Shop, ShopKey, create_shop  # noqa: E402
from local_db.templates.actions import list_templates  # noqa: E402
from tests import reply_shots  # noqa: E402
from tests.bench.canvas import script_of  # noqa: E402

SIZE = (1280, 800)
LANGUAGES = {"zh": "zh_CN", "en": "en"}
THEMES = ("light", "dark")
SETTLE_MS = 250
EXTENT = Extent(records=2, keys=5, notes=1, tags=2, consents=1, messages=3, calls=1, orders=18, namesakes=1)
SPOKEN = b"".join(
    struct.pack("<h", round(9000 * math.sin(place / 9) * abs(math.sin(place / 2600)) ** 3)) for place in range(5 * RATE)
)  # looks like speech
UNKNOWN_FILE = "编码,谁,多少钱\nA1,小鱼,12.50\nA2,豆浆,8.00\n"

Scene = tuple[str, Callable[["Booth"], QWidget]]


@dataclass(frozen=True)
class Booth:
    """A window on one shop, and a folder for files that scenes need."""

    context: PageContext
    window: MainWindow
    folder: Path

    def settle(self) -> None:
        """Let work end and paintings happen."""
        for _ in range(3):
            self.context.background.wait_idle()
            QTest.qWait(SETTLE_MS // 3)

    @property
    def builder(self) -> Builder:
        """The segments page's builder."""
        return next(builder for builder in self.window.findChildren(Builder))

    def page(self, key: str, **arguments: object) -> QWidget:
        """The window with a page of it in sight."""
        self.window.navigate(key, **arguments)
        return self.window


def pages() -> Iterator[Scene]:
    """Every page as it opens."""
    for page in PAGES:
        yield page.key, lambda booth, key=page.key: booth.page(key)  # type: ignore[misc]


def views() -> Iterator[Scene]:
    """What is behind the pages' lists, in the sample shop."""
    yield "segment", segment_view
    yield "segment_why", segment_why
    yield "segment_new", lambda booth: booth.page("segments", new=True)
    yield "template", lambda booth: booth.page("templates", template_id=list_templates(booth.context.shop)[0].id)
    yield "template_variable", variable_view
    yield "template_price", price_view
    yield "call_script", script_view
    yield "call_script_whole", whole_script_view
    yield "call_script_problems", script_problems_view
    yield "call_script_large", large_script_view
    yield "call_script_try", lambda booth: script_tab(booth, "try")
    yield "call_script_record", lambda booth: script_tab(booth, "record")
    yield "prepare", prepare_view
    yield "audience", lambda booth: booth.page("campaigns", audience_id=list_audiences(booth.context.shop)[0].id)
    yield "tag", tag_view
    yield "member", lambda booth: booth.page("members", member_id=1)
    yield "member_page", lambda booth: booth.page("members", member_id=53, whole=True)
    yield "doubles", lambda booth: booth.page("members", doubles=True)


def calls() -> Iterator[Scene]:
    """Recording a script and calling with it, in the sample shop."""
    yield "call_script_takes", recording_view
    yield "call_choose", lambda booth: calling(booth, start=False)
    yield "call", calling
    yield "call_ending", lambda booth: calling(booth, ending=True)
    yield "script_bundle", lambda booth: opened(BundleDialog(booth.context, *called_script(booth), booth.window))
    yield "script_hand_off", lambda booth: opened(ListDialog(booth.context, called_script(booth)[1], booth.window))


def replies() -> Iterator[Scene]:
    """The library of replies, and what opens over it."""
    in_window = (
        ("reply", reply_shots.library),
        ("reply_details", reply_shots.details),
        ("reply_differing", reply_shots.differing),
        ("reply_found", reply_shots.found),
    )
    for name, scene in in_window:
        yield name, lambda booth, scene=scene: scene(booth.context, booth.window)  # type: ignore[misc]
    for key in ("board", "learning"):
        yield f"reply_{key}", lambda booth, key=key: reply_shots.section(booth.context, booth.window, key)  # type: ignore[misc]
    over_it = (
        ("reply_starters", reply_shots.starters),
        ("reply_export", reply_shots.exporting),
        ("reply_sharing", reply_shots.sharing),
        ("reply_print", reply_shots.printing),
    )
    for name, dialog in over_it:
        yield name, lambda booth, dialog=dialog: opened(dialog(booth.context, booth.window))  # type: ignore[misc]
    yield "reply_import", lambda booth: opened(reply_shots.importing(booth.context, booth.window, booth.folder))


def called_script(booth: Booth) -> tuple[CallScript, Document]:
    """The first ready-made script, kept in the shop with a recording of its opening."""
    shop, now = booth.context.shop, datetime.now(UTC)
    starter = starters(wording.language())[0]
    kept = [one for one in list_documents(shop, DocumentKind.CALL_SCRIPT) if one.name == starter.name]
    if not kept:
        new = Document(DocumentKind.CALL_SCRIPT, starter.name, to_json(starter.script))
        kept = [save_document(shop, new, now=now)[0]]
        opening = starter.script.step(starter.script.opening)
        assert opening is not None
        add_take(shop, kept[0].id, opening.key, opening.says[0], SPOKEN, now=now)
    return starter.script, kept[0]


def recording_view(booth: Booth) -> QWidget:
    """The recording kit with a take of the opening."""
    booth.page("call_scripts", document_id=called_script(booth)[1].id)
    booth.settle()
    next(iter(booth.window.findChildren(EditorTabs))).show_tab("record")
    return booth.window


def calling(booth: Booth, *, start: bool = True, ending: bool = False) -> QWidget:
    """A sitting at the phone: before it, with the first person, or asked how the call ended."""
    document = called_script(booth)[1]
    page = next(iter(booth.page("call_scripts").findChildren(CallScriptsPage)))
    page.begin_calling(document)
    booth.settle()
    session = page.session
    assert session is not None
    if start:
        session.choose.start.click()
        booth.settle()
    if ending:
        session.calling.pane.grid.choose(0)
        QTest.keyClick(session.calling.pane, Qt.Key.Key_Escape)
    return booth.window


def segment_view(booth: Booth) -> QWidget:
    """A segment with all that is worked out after the count."""
    booth.page("segments", segment_id=list_segments(booth.context.shop)[-1].id)
    for _ in range(3):
        booth.settle()  # the comparison and the chart begin after a pause
    return booth.window


def segment_why(booth: Booth) -> QWidget:
    """A segment asked as of half a year ago, with one member's verdicts."""
    booth.page("segments", segment_id=list_segments(booth.context.shop)[-1].id)
    booth.settle()
    builder = booth.builder
    builder.insight.as_of.chips[1].click()
    builder.insight.why.open_bar()
    with booth.context.shop.read() as connection:
        (nick,) = connection.execute("select nick from members where nick <> '' order by id limit 1").fetchone()
    builder.insight.why.field.setText(nick)
    builder.insight.why.field.flush()
    booth.settle()
    return booth.window


def tag_view(booth: Booth) -> QWidget:
    """A rule with its numbers."""
    booth.page("tags")
    booth.settle()  # the first visit makes the rules
    return booth.page("tags", name="降温客" if wording.language() == "zh" else "Cooling")


def editor_of(booth: Booth) -> TemplateEditor:
    """The editor of the sample's text, with everything known."""
    booth.page("templates", template_id=list_templates(booth.context.shop)[0].id)
    booth.settle()
    return booth.window.findChildren(TemplateEditor)[0]


def variable_view(booth: Booth) -> QWidget:
    """A variable, opened."""
    editor = editor_of(booth)
    variable = editor.text.body_field.variable_at(1)
    if variable is not None:
        editor.text.open_variable(variable)
    return booth.window


def opened_script(booth: Booth, name: str, script: CallScript) -> ScriptEditor:
    """The editor of a script of that name; saved with the first picture."""
    shop = booth.context.shop
    known = {document.name: document for document in list_documents(shop, DocumentKind.CALL_SCRIPT)}
    if name not in known:
        document = Document(DocumentKind.CALL_SCRIPT, name, to_json(script))
        known[name], changes = save_document(shop, document, now=datetime.now(UTC))
        booth.context.changes.announce(changes)
        booth.settle()
    booth.page("call_scripts", document_id=known[name].id)
    booth.settle()
    return booth.window.findChildren(ScriptEditor)[0]


def scene_of_calls(booth: Booth) -> ScriptEditor:
    """The first ready-made script, in the editor."""
    starter = starters(wording.language())[0]
    return opened_script(booth, starter.name, starter.script)


def script_view(booth: Booth) -> QWidget:
    """A call script as it opens."""
    scene_of_calls(booth)
    return booth.window


def whole_script_view(booth: Booth) -> QWidget:
    """All of a script, with nothing chosen."""
    editor = scene_of_calls(booth)
    editor.canvas.choose(None)
    editor.canvas.fit()
    return booth.window


def script_problems_view(booth: Booth) -> QWidget:
    """A script with faults; taken back afterwards by opening it anew."""
    starter = starters(wording.language())[1]
    faulty = replace(starter.script, steps=starter.script.steps[:-2])
    editor = opened_script(booth, starter.name, faulty)
    editor.panel.show_view("problems")
    editor.canvas.fit()
    return booth.window


def large_script_view(booth: Booth) -> QWidget:
    """Thirty steps, as a list beside the canvas, while words are looked for."""
    editor = opened_script(booth, "三十步" if wording.language() == "zh" else "Thirty steps", script_of(30))
    editor.canvas.fit()
    editor.panel.views.chosen.emit("steps")
    editor.panel.show_view("steps")
    editor.bar.search.begin(replacing=True)
    editor.bar.search.field.setText("buzhou")
    editor.bar.search.field.flush()
    return booth.window


def script_tab(booth: Booth, key: str) -> QWidget:
    """Another view of a script."""
    scene_of_calls(booth).tabs.show_tab(key)
    return booth.window


def price_view(booth: Booth) -> QWidget:
    """The price of a part."""
    for popover in booth.window.findChildren(Popover):
        popover.close_popover()
    editor_of(booth).tools.ask_price()
    return booth.window


def bar_members(booth: Booth) -> QWidget:
    """Whose texts need one part."""
    for popover in booth.window.findChildren(Popover):
        popover.close_popover()
    editor_of(booth).tools.ask_members(1)
    booth.settle()
    return booth.window.findChildren(MembersDialog)[0]


def prepare_view(booth: Booth) -> QWidget:
    """Preparing, with a segment and a text chosen."""
    shop = booth.context.shop
    segment, template = list_segments(shop)[0], list_templates(shop)[0]
    return booth.page("campaigns", segment_id=segment.id, template_id=template.id)


def dialogs() -> Iterator[Scene]:
    """Every dialog."""
    yield "import_preview", lambda booth: opened(importing(booth, *sorted(SAMPLE.glob("*.csv"))))
    yield "import_mapping", import_mapping
    yield "import_report", import_report
    yield "template_members", bar_members
    yield "template_folder", lambda booth: opened(FolderDialog(booth.window))
    yield "hand_off", lambda booth: opened(HandOffDialog("双12", 159, booth.folder, parent=booth.window))
    yield "segment_overlap", lambda booth: insight_dialog(booth, "open_overlap")
    yield "segment_change", lambda booth: insight_dialog(booth, "open_change")
    yield "segment_rfm", lambda booth: insight_dialog(booth, "open_rfm")
    yield "erase", lambda booth: opened(EraseDialog("小鱼干", EXTENT, 3, parent=booth.window))
    yield "member_data", lambda booth: opened(DataDialog(1, parent=booth.window))
    yield "passphrase_new", lambda booth: opened(PassphraseDialog("shop.regulars", new=True, parent=booth.window))
    yield (
        "passphrase_wrong",
        lambda booth: opened(PassphraseDialog("shop.regulars", new=False, wrong=True, parent=booth.window)),
    )
    yield "crash", crash


def insight_dialog(booth: Booth, how: str) -> QWidget:
    """What opens beside a segment."""
    booth.page("segments", segment_id=list_segments(booth.context.shop)[-1].id)
    booth.settle()
    booth.builder.insight.as_of.put_away()
    booth.builder.insight.why.put_away()
    booth.settle()
    getattr(booth.builder.insight, how)()
    booth.settle()
    return next(dialog for dialog in booth.builder.findChildren(QDialog) if dialog.isVisible())


def importing(booth: Booth, *files: Path) -> ImportDialog:
    """The import dialog with these files."""
    return ImportDialog(booth.context, files, booth.window)


def import_mapping(booth: Booth) -> QWidget:
    """A file that nobody knows."""
    file = booth.folder / "unknown.csv"
    file.write_text(UNKNOWN_FILE, encoding="utf-8")
    return opened(importing(booth, file))


def import_report(booth: Booth) -> QWidget:
    """What an import did; the files are imported again, so nothing changes."""
    dialog = importing(booth, *sorted(SAMPLE.glob("*.csv")))
    opened(dialog)
    booth.settle()
    primary = [b for b in dialog.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()]
    primary[-1].click()
    return dialog


def crash(booth: Booth) -> QWidget:
    """An error of ours."""
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        return opened(CrashDialog(describe(type(error), error, error.__traceback__), booth.window))


def opened(dialog: QDialog) -> QDialog:
    """The dialog, shown."""
    dialog.show()
    return dialog


def cards() -> Iterator[Scene]:
    """Every ready-made card, so every kind of card, and what opens over one."""
    for place, key in enumerate(starter.key for starter in card_starters("zh")):
        yield f"card_{key}", lambda booth, place=place: card_view(booth, place)  # type: ignore[misc]
    yield "card_kinds", card_kinds_view
    yield "card_one_phone", card_phone_view
    yield "card_problems", card_problems_view
    yield "card_export", lambda booth: card_editor(booth, 0).ask_export()
    yield "card_export_blocked", card_blocked_view


def card_editor(booth: Booth, place: int) -> CardEditor:
    """The editor of a ready-made card; saved with the first picture. What a scene has changed is taken back."""
    for editor in booth.window.findChildren(CardEditor):
        while editor.work.can_undo():
            editor.work.undo()
    booth.page("cards")
    booth.settle()
    page = booth.window.findChildren(CardsPage)[0]
    name = page.offered[place].name
    known = {entry.name: entry.id for entry in page.library.entries} if page.library is not None else {}
    if name in known:
        page.open(document_id=known[name])
    else:
        page.begin_new(page.offered[place])
        booth.settle()
        document = page.editor.saving.document()
        if document is not None:
            stored, changes = save_document(booth.context.shop, document, now=datetime.now(UTC))
            booth.context.changes.announce(changes)
            page.editor.begin(stored)
    booth.settle()
    return page.editor


def card_blocked_view(booth: Booth) -> QWidget:
    """What keeps a card from being exported."""
    card_problems_view(booth)
    booth.settle()
    return booth.window.findChildren(CardEditor)[0].ask_export()


def card_view(booth: Booth, place: int) -> QWidget:
    """A card on every phone."""
    card_editor(booth, place)
    return booth.window


def card_kinds_view(booth: Booth) -> QWidget:
    """The choice of kinds."""
    card_editor(booth, 0).setup.open_kinds()
    return booth.window


def card_phone_view(booth: Booth) -> QWidget:
    """One maker's phone, with the second slide in front."""
    for popover in booth.window.findChildren(Popover):
        popover.close_popover()
    editor = card_editor(booth, 1)
    editor.previews.show_slide(1)
    editor.previews.enlarge("huawei")
    return booth.window


def card_problems_view(booth: Booth) -> QWidget:
    """A card with problems, and the first of them; it is never saved so."""
    editor = card_editor(booth, 3)
    editor.previews.enlarge("")
    card = edits.with_text(editor.work.card, 0, CardField.TITLE, "{nick}" + 30 * "好")
    editor.work.change(edits.with_buttons(card, 0, ()))
    booth.settle()
    editor.show_place(editor.problems[0])
    return booth.window


def reply_panel() -> Iterator[Scene]:
    """The panel beside the chat, in the sample shop with the ready-made replies."""
    yield "reply_panel_hot", panel_of
    yield "reply_panel_found", lambda booth: found_in_panel(booth, "tuihuo", "return")
    yield "reply_panel_buyer", lambda booth: found_in_panel(booth, "th yf", "where parcel", buyer=True)
    yield "reply_panel_pictures", lambda booth: found_in_panel(booth, "liucheng", "step by step", buyer=True)
    yield "reply_panel_unfilled", panel_unfilled
    yield "reply_panel_edit", panel_editing
    yield "reply_panel_nothing", lambda booth: found_in_panel(booth, "xyzxyz", "xyzxyz")
    yield "reply_panel_candidates", panel_candidates


def panel_of(booth: Booth, *, filled: bool = True) -> ReplyPanel:
    """The one panel of a booth; with replies, once those are wanted."""
    for panel in [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ReplyPanel)]:
        if panel.property("shop") == str(booth.context.shop.path):
            break
    else:
        keeper = ClipboardKeeper(booth.window)
        host = ReplyHost(booth.context, booth.window)
        panel = host.make_panel(booth.context, keeper, Paster(keeper, booth.window))
        panel.setProperty("shop", str(booth.context.shop.path))
        booth.window.destroyed.connect(panel.deleteLater)
    if filled:
        fill_library(booth)
    panel.edit.left.emit()
    panel.buyers.set_buyer(None)
    panel.query.clear()
    panel.call()
    return panel


def empty_panel(booth: Booth) -> QWidget:
    """The panel before there is any reply."""
    return panel_of(booth, filled=False)


def fill_library(booth: Booth) -> None:
    """Ready-made replies, some taken before, and one with pictures."""
    shop, now = booth.context.shop, datetime.now(UTC)
    if library(shop).replies:
        return
    ready_made = reply_starters(wording.language())
    pictures = [attach(shop, painted(number), f"{number}.png", now=now) for number in range(2)]
    chinese = wording.language() == "zh"
    title = "退换货流程（图）" if chinese else "Returns step by step"
    said = (
        "七天无理由，吊牌完好即可，流程见图～"
        if chinese
        else "Within seven days and with its tags on: see the pictures."
    )
    shown = Reply("", title, (Wording("", said),), attachments=tuple(pictures))
    _, changes = add_ready_made(shop, ready_made.groups, (*ready_made.replies, shown), now=now)
    for times, reply in enumerate(ready_made.replies[:40:5]):
        for _ in range(8 - times):
            record_use(shop, reply.uid, reply.wordings[0].uid, now=now)
    booth.context.changes.announce(changes)
    booth.settle()


def painted(number: int) -> Media:
    """A picture in two colours."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ground = QLinearGradient(0, 0, 600, 400)
    for place, colour in enumerate((("#f7d9c4", "#c8663b"), ("#cfe3f5", "#4a79b8"))[number]):
        ground.setColorAt(place, QColor(colour))
    painter.fillRect(image.rect(), ground)
    painter.end()
    return Media(MediaKind.PICTURE, "image/png", png_of(image), 600, 400)


def found_in_panel(booth: Booth, chinese: str, english: str, *, buyer: bool = False) -> ReplyPanel:
    """What is found by a few letters, for somebody of the sample shop."""
    panel = panel_of(booth)
    if buyer:
        with booth.context.shop.read() as connection:
            (member,) = connection.execute("select member_id from orders order by id desc limit 1").fetchone()
        panel.buyers.bind(Candidate(member, "", "", "taobao", "nick"))
        booth.settle()
    panel.query.setText(chinese if wording.language() == "zh" else english)
    booth.settle()
    return panel


def panel_unfilled(booth: Booth) -> ReplyPanel:
    """A reply with something to fill in, refused."""
    panel = found_in_panel(booth, "dizhi", "refund")
    lines = [panel.hits.line(row) for row in range(panel.hits.count)]
    panel.answering.take(next(row for row, line in enumerate(lines) if line is not None and line.filled.unfilled))
    return panel


def panel_editing(booth: Booth) -> QWidget:
    """The same, to be changed first."""
    panel = panel_unfilled(booth)
    panel.answering.begin_edit()
    return panel


def panel_candidates(booth: Booth) -> QWidget:
    """People whose nicks begin alike."""
    panel = panel_of(booth)
    with booth.context.shop.read() as connection:
        query = "select substr(nick, 1, 1) from members where nick <> '' group by 1 order by count(*) desc limit 1"
        (letter,) = connection.execute(query).fetchone()
    panel.buyers.bar.begin(letter)
    return panel


def take(out: Path, shop: Shop, scenes: list[Scene], suffix: str, language: str, folder: Path) -> int:
    """Take every scene in a language of LANGUAGES and every theme; returns how many pictures there are."""
    services = wiring.build_services(wiring.build_application(sys.argv), folder / f"window{suffix}.ini")
    services.language.choose(LANGUAGES[language])
    context, window = wired(shop, services, "")
    window.resize(*SIZE)
    window.show()
    booth = Booth(context, window, folder)
    taken = 0
    for theme in THEMES:
        services.theme.choose(theme)
        for name, scene in scenes:
            widget = scene(booth)
            booth.settle()
            widget.grab().save(str(out / f"{name}{suffix}_{language}_{theme}.png"))
            taken += 1
            if isinstance(widget, QDialog):
                widget.close()
    context.background.close()
    window.close()
    services.language.choose(translation.ENGLISH)  # takes its translators away
    return taken


def sample_shop(folder: Path, language: str) -> Shop:
    """The demo's shop with names in a language of LANGUAGES, in a folder of its own."""
    folder.mkdir()
    translation.use_language(LANGUAGES[language])
    shop = create_shop(folder / f"sample{SUFFIX}", ShopKey.random())
    make(folder, shop)
    return shop


def main(out: Path) -> None:
    """Write every picture into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    taken = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Made before there is an application, because its translators would name what the demo saves.
        samples = {language: sample_shop(folder / language, language) for language in LANGUAGES}
        for language, sample in samples.items():
            with sample:
                scenes = [*reply_panel(), *pages(), *views(), *cards(), *calls(), *replies(), *dialogs()]
                taken += take(out, sample, scenes, "", language, folder / language)
            with create_shop(folder / f"empty_{language}{SUFFIX}", ShopKey.random()) as empty:
                taken += take(
                    out, empty, [*pages(), ("reply_panel", empty_panel)], "_empty", language, folder / language
                )
    print(f"{taken} pictures in {out}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
