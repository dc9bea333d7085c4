"""The field a message is written in: signature before, opt-out after, variables as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.documents.line_field import is_undo_key
from desktop.shell import theme
from desktop.templates.body_highlighter import BodyHighlighter, Mark
from desktop.templates.chips import AT_MOST, GAP, OF_MESSAGES, Chip, Lexicon, Span, chip_font, span_of
from desktop.templates.variable_words import variable_sentence
from local_db.templates.text import Variable

_MARGIN = 6.0
_LINE_HEIGHT = 26
_LINES = (5, 9)
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_FRAME = 16
_THIN_FRAME = 10  # of a field of one line
_LONGEST_NAME = 20
_WITH_ENTER = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_RESTYLING = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange}
_BREAKS = ("\r\n", "\r", "\n", "\u2028", "\u2029")


class BodyField(QTextEdit):
    """A plain text of one line that wraps; Tab leaves it, Enter does nothing.

    What stands around the text is painted, so that it cannot be edited here. `lines` are how many it shows at least
    and at most; with `breaks` Enter begins a line; `alone` says that nothing ever stands around; `longest` is how many
    characters it takes from the clipboard.

    Signals:
        body_changed(): a person or `set_body` changed the text.
        variable_typed(str | None): what stands behind an open brace before the caret; None without one.
        variable_pressed(Variable): one was clicked, or F2 was pressed in it.
        cut_short(): what was pasted was longer than `longest`, and the rest of it was left out.
    """

    body_changed = Signal()
    cut_short = Signal()
    variable_typed = Signal(object)
    variable_pressed = Signal(object)

    def __init__(
        self,
        name: str,
        *,
        lines: tuple[int, int] = _LINES,
        breaks: bool = False,
        alone: bool = False,
        own_undo: bool = True,
        longest: int | None = None,
        lexicon: Lexicon = OF_MESSAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._breaks = breaks
        self._alone = alone
        self._own_undo = own_undo
        self._longest = longest
        self.lexicon = lexicon
        self._signature = ""
        self._opt_out = ""
        self._last = ""
        self._caret = 0
        self._hint = ""
        self._composing = False
        self._take_key: Callable[[QKeyEvent], bool] | None = None
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self.document().setDocumentMargin(_MARGIN)
        self._highlighter = BodyHighlighter(self.document(), lexicon)
        self._set_lines()
        self.textChanged.connect(self._announce)
        self.cursorPositionChanged.connect(self._announce_typed)
        self.cursorPositionChanged.connect(self._step_over)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def body(self) -> str:
        """The text as typed."""
        return self.document().toRawText().replace("\u2029", "\n")

    def written(self) -> str:
        """The text with what stands around it."""
        return f"{self._signature}{self.body()}{self._opt_out}"

    def set_body(self, body: str) -> None:
        """Start with a text; there is nothing to undo then."""
        self.setPlainText(body)
        self._set_lines()

    def set_around(self, signature: str, opt_out: str) -> None:
        """What is shown before and after the text."""
        before = self._head()
        self._signature, self._opt_out = signature, opt_out
        if self._head() != before:
            self._set_lines()
        self.setAccessibleDescription(f"{self._head()} … {opt_out}")
        self.viewport().update()

    def set_hint(self, hint: str) -> None:
        """What an empty field says."""
        self._hint = hint
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underline these places of the text as it is now."""
        self._highlighter.set_marks(self.body(), marks)

    def set_key_taker(self, take: Callable[[QKeyEvent], bool]) -> None:
        """Let somebody else have the first look at every key."""
        self._take_key = take

    def typed_name(self) -> str | None:
        """What stands between an open brace and the caret; None where no variable is being typed."""
        place = self.typed_place()
        return None if place is None else self._before_caret()[place + 1 :]

    def typed_place(self) -> int | None:
        """Where the open brace of the variable that is being typed stands, in characters."""
        before = self._before_caret()
        start = before.rfind("{")
        typed = before[start + 1 :]
        if start < 0 or len(typed) > _LONGEST_NAME or set(typed) & set("{}|｜:：\n") or before[:start].endswith("{"):
            return None
        return None if self.variable_at(len(before)) is not None else start

    def variable_at(self, place: int) -> Variable | None:
        """The variable around a place of the body, in characters."""
        found = (piece for piece in self.lexicon.scan(self.body()).pieces if isinstance(piece, Variable))
        return next((one for one in found if one.position < place < one.position + one.length), None)

    def area_of(self, variable: Variable) -> QRect:
        """Where a variable is painted, in the viewport."""
        areas = self._areas(span_of(self.body(), variable.position, variable.length))
        return areas[0].toRect().translated(0, -self.verticalScrollBar().value()) if areas else self.cursorRect()

    def replace_words(self, position: int, length: int, words: str) -> None:
        """Put other words in a place, in characters; one step to undo."""
        span = span_of(self.body(), position, length)
        cursor = self.textCursor()
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)

    def insert_variable(self, name: str, fallback: str | None) -> None:
        """Put a variable at the cursor, with its fallback selected so that it can be typed over."""
        cursor = self.textCursor()
        cursor.insertText(f"{{{name}}}" if fallback is None else f"{{{name}|{fallback}}}")
        if fallback:
            end = cursor.position() - 1
            cursor.setPosition(end - span_of(fallback, 0, len(fallback)).end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def select(self, position: int, length: int) -> None:
        """Select a place, in characters, and show it."""
        span = span_of(self.body(), position, length)
        cursor = self.textCursor()
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Tab, too, belongs first to whoever looks at the keys: Qt would move the focus before a key is seen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            take = getattr(self, "_take_key", None)  # an event may come from the base constructor
            if take is not None and take(event):
                return True
        if not getattr(self, "_own_undo", True) and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A message of one line has no line breaks; Ctrl+Enter and the like are left to the page."""
        if self._take_key is not None and self._take_key(event):
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._begins_line(event):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_F2 and (one := self._variable_at_caret()):
            self.variable_pressed.emit(one)
            return
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._take_out(
            self.textCursor().position() - int(event.key() == Qt.Key.Key_Backspace)
        ):
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is typed here any more."""
        super().focusOutEvent(event)
        self.variable_typed.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a variable opens it."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if one := self._variable_under(event.position()):
            self.variable_pressed.emit(one)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Make room for what an input method composes."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line, unless it may have several."""
        text = source.text()
        for line_break in _BREAKS:
            text = text.replace(line_break, "\n" if self._breaks else " ")
        text = text.strip() if source.text() != " " else text
        taken = text if self._longest is None else text[: self._room(self._longest)]
        self.textCursor().insertText(taken)
        if len(taken) < len(text):
            self.cut_short.emit()

    def _room(self, longest: int) -> int:
        """How many characters fit in place of what is selected."""
        return max(longest - len(self.body()) + len(self.textCursor().selectedText()), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Format again with the theme, the font and the language."""
        super().changeEvent(event)
        highlighter = getattr(self, "_highlighter", None)  # a change event may come from the base constructor
        if highlighter is not None and event.type() in _RESTYLING:
            highlighter.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips, the text on them, and what stands around it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft"))
        seen = self._seen()
        found = [chip for chip in self._chips() if chip.whole.start < seen.end and chip.whole.end > seen.start]
        for chip in found:
            for area in self._areas(chip.whole):
                painter.drawRoundedRect(area, 5, 5)
        painter.end()
        super().paintEvent(event)
        self._paint_labels(found)
        self._paint_around()

    def _seen(self) -> Span:
        """The stretch of the document that is in sight."""
        size = self.viewport().size()
        begins = self.cursorForPosition(QPoint(0, 0)).position()
        ends = self.cursorForPosition(QPoint(size.width(), size.height())).position()
        return Span(begins - 1, ends + 1)

    def _chips(self) -> tuple[Chip, ...]:
        return self._highlighter.chips_of(self.body())

    def _begins_line(self, event: QKeyEvent) -> bool:
        return self._breaks and not event.modifiers() & ~_WITH_ENTER

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a variable under the mouse means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            one = self._variable_under(event.pos())
            said = variable_sentence(one, self.lexicon.label) if one else ""
            QToolTip.showText(event.globalPos(), escape(said), self.viewport())
            return True
        return super().viewportEvent(event)

    def _announce(self) -> None:
        body = self.body()
        if body != self._last:  # formats announce themselves as changes too
            self._last = body
            self.body_changed.emit()
            if self._highlighter.body != body:  # nobody has marked it anew
                self._highlighter.set_marks(body, ())
            self._step_over()  # what is around the caret may have become a variable
            self._announce_typed()

    def _variable_at_caret(self) -> Variable | None:
        """The variable that the caret is in, or behind, or before."""
        place = self.textCursor().position()
        beside = [chip for chip in self._chips() if chip.whole.start <= place <= chip.whole.end]
        inside = [chip for chip in beside if chip.whole.start < place < chip.whole.end]
        return next((chip.variable for chip in (*inside, *beside)), None)

    def _variable_under(self, point: QPoint | QPointF) -> Variable | None:
        """The variable that is painted at a point of the viewport."""
        where = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        found = (chip for chip in self._chips() if any(area.contains(where) for area in self._areas(chip.whole)))
        return next((chip.variable for chip in found), None)

    def _step_over(self) -> None:
        """A name is no place to type in: the caret goes on to where the fallback begins, or out of the variable."""
        cursor, before = self.textCursor(), self._caret
        place = self._caret = cursor.position()
        chip = next((one for one in self._chips() if one.whole.start < place < one.whole.end), None)
        if chip is None or chip.takes_caret(place):
            return
        places = range(chip.whole.start, chip.whole.end + 1)
        free = [one for one in places if chip.takes_caret(one)]
        onward = [one for one in free if (one > place if place > before else one < place)]
        self._caret = min(onward or free, key=lambda one: abs(one - place))
        keep = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._caret, keep)
        self.setTextCursor(cursor)

    def _take_out(self, place: int) -> bool:
        """Take a variable out as a whole where one unit of it would go that the others need."""
        whole = next((one for one in self._chips() if one.whole.start <= place < one.whole.end), None)
        if whole is None or self.textCursor().hasSelection() or whole.can_spare(place):
            return False
        self.replace_words(whole.variable.position, whole.variable.length, "")
        return True

    def _announce_typed(self) -> None:
        if self.body() == self._last:  # else it is announced with the new text, which Qt tells after the caret
            self.variable_typed.emit(self.typed_name())

    def _before_caret(self) -> str:
        return self._before(self.textCursor().position())

    def _before(self, place: int) -> str:
        """The text before one of Qt's places."""
        return self.body().encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass")

    def _fit(self, _size: object = None) -> None:
        """As high as its text needs, within limits."""
        wanted = self.document().size().height()
        fewest, most = self._lines
        more = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > most * _LINE_HEIGHT else _NO_BAR
        self.setVerticalScrollBarPolicy(more)
        height = min(max(wanted, fewest * _LINE_HEIGHT), most * _LINE_HEIGHT)
        self.setFixedHeight(round(height) + (_THIN_FRAME if fewest == 1 else _FRAME))

    def _head(self) -> str:
        return f"【{self._signature}】" if self._signature else ""

    def _set_lines(self) -> None:
        """Room for the signature in the first line, and air between lines; forgets what could be undone."""
        document = self.document()
        metrics = QFontMetricsF(self.font())
        document.setUndoRedoEnabled(False)
        style = QTextBlockFormat()
        style.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        lines = QTextCursor(document)
        lines.beginEditBlock()  # laid out once: one by one, many lines hold the window for minutes
        lines.select(QTextCursor.SelectionType.Document)
        lines.setBlockFormat(style)
        style.setTextIndent(metrics.horizontalAdvance(self._head()))
        QTextCursor(document.firstBlock()).setBlockFormat(style)
        lines.endEditBlock()
        frame = document.rootFrame().frameFormat()
        if self._alone:  # fixed lines hold their words at their foot: less above than below
            frame.setTopMargin(0)
            frame.setBottomMargin(_MARGIN)
        else:
            frame.setBottomMargin(_MARGIN + _LINE_HEIGHT)  # where the opt-out goes when its line is full
        document.rootFrame().setFrameFormat(frame)
        document.setUndoRedoEnabled(True)

    def _areas(self, span: Span) -> list[QRectF]:
        """Where a stretch of the document is painted, one rectangle per line."""
        areas: list[QRectF] = []
        block = self.document().findBlock(span.start)
        top_left = self.document().documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        first, last = span.start - block.position(), span.end - block.position()
        begins = layout.lineForTextPosition(first)
        for number in range(max(begins.lineNumber(), 0) if begins.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= last:
                break
            start = max(first, line.textStart())
            end = min(last, line.textStart() + line.textLength())
            if start < end:
                left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
                text = line.rect()
                middle = text.y() + line.height() - line.naturalTextRect().height() / 2
                area = QRectF(left + 1, middle - 11, right - left - 2, 22)
                areas.append(area.translated(top_left))
        return areas

    def _paint_labels(self, found: Sequence[Chip]) -> None:
        """What stands for the names and the signs of variables, in their places; lines under those that are marked."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        painter.setFont(chip_font(self.document().defaultFont()))
        cursor = self.textCursor()
        chosen = Span(cursor.selectionStart(), cursor.selectionEnd())
        for chip in found:
            where = self._point(chip.name.start)
            painter.setPen(theme.colour("accent"))
            painter.drawText(where, chip.label)
            sign = chip.limit
            if sign is not None and not chosen.start <= sign.start < chosen.end:  # chosen, the text shows its own
                painter.drawText(self._point(sign.start) + QPointF(GAP, 0), AT_MOST)
            both = Span(max(chosen.start, chip.name.start), min(chosen.end, chip.name.end))
            for area in self._areas(both) if both.start < both.end else ():
                painter.save()
                painter.setClipRect(area.adjusted(-1, 0, 1, 0))
                painter.setPen(theme.colour("accent_ink"))
                painter.drawText(where, chip.label)
                painter.restore()
        shown = {chip.whole for chip in found}
        for chip, style in self._highlighter.marked_chips:
            if chip.whole not in shown:
                continue
            dotted = style.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
            painter.setPen(QPen(style.underlineColor(), 2, Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine))
            for area in self._areas(chip.whole):
                painter.drawLine(area.bottomLeft() + QPointF(4, -1), area.bottomRight() + QPointF(-4, -1))
        painter.end()

    def _point(self, place: int) -> QPointF:
        """Where the baseline of a place of the document begins."""
        block = self.document().findBlock(place)
        layout = block.layout()
        line = layout.lineForTextPosition(place - block.position())
        left = self.document().documentLayout().blockBoundingRect(block).x()
        return self._baseline(block, line.lineNumber(), left + _x(line.cursorToX(place - block.position())))

    def _paint_around(self) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        block = self.document().firstBlock()
        painter.drawText(self._baseline(block, 0, _MARGIN), self._head())
        if not self.document().isEmpty() or self._composing:
            self._paint_opt_out(painter)
        else:
            start = _MARGIN + painter.fontMetrics().horizontalAdvance(self._head())
            painter.drawText(self._baseline(block, 0, start), self._hint)
        painter.end()

    def _paint_opt_out(self, painter: QPainter) -> None:
        block = self.document().lastBlock()
        number = block.layout().lineCount() - 1
        if number < 0:
            return
        line = block.layout().lineAt(number)
        left = self.document().documentLayout().blockBoundingRect(block).x()
        start = left + _x(line.cursorToX(line.textStart() + line.textLength()))
        where = self._baseline(block, number, start)
        room = self.viewport().width() - _MARGIN - start
        if painter.fontMetrics().horizontalAdvance(self._opt_out) > room:
            where = QPointF(_MARGIN, where.y() + _LINE_HEIGHT)
        painter.drawText(where, self._opt_out)

    def _baseline(self, block: QTextBlock, number: int, x: float) -> QPointF:
        """Where text of a line stands."""
        top = self.document().documentLayout().blockBoundingRect(block).y()
        layout = block.layout()
        if layout.lineCount() == 0:
            return QPointF(x, top + self.fontMetrics().ascent())
        line = layout.lineAt(number)
        return QPointF(x, top + line.y() + line.ascent())


def _x(answer: object) -> float:
    """The x of `QTextLine.cursorToX`, which answers with the cursor beside it."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]
