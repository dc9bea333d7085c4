"""The one style sheet, generated from the theme's colours.

Only what a style sheet does well stands here: backgrounds, lines, paddings and states of Qt's own
widgets. Arrows, ticks, bars and focus rings are painted by desktop/widgets, so that no image files
have to be read.
"""

from __future__ import annotations

import string
from collections.abc import Mapping

_TEMPLATE = string.Template("""
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px 8px; }
QLabel { background: transparent; }
Label[role="title"] { font-size: 20px; font-weight: 700; }
Label[role="dialog"] { font-size: 16px; font-weight: 700; }
Label[role="heading"] { font-weight: 700; }
Label[role="strong"] { font-weight: 700; }
Label[role="number"] { font-size: 17px; font-weight: 700; }
Label[role="big"] { font-size: 34px; font-weight: 700; }
Label[role="tile"] { font-size: 25px; font-weight: 700; }
Label[role="small"] { font-size: 12px; color: $muted; }
Label[role="muted"] { color: $muted; }
Label[role="key"] { font-size: 12px; font-weight: 700; }
Label[tone="ink"] { color: $ink; }
Label[tone="muted"] { color: $muted; }
Label[tone="accent"] { color: $accent; }
Label[tone="good"] { color: $good; }
Label[tone="warn"] { color: $warn; }
Label[tone="bad"] { color: $bad; }
Label[tone="blue"] { color: $blue; }
Label[tone="accent_ink"] { color: $accent_ink; }

Button { background: $surface; color: $ink; border: 1px solid $line; border-radius: 8px;
  padding: 6px 12px; font-weight: 500; min-height: 20px; }
Button[dense="true"] { padding: 2px 9px; }
Button:hover { border-color: $edge; background: $sunken; }
Button:pressed { background: $line; }
Button:disabled { color: $muted; background: $sunken; border-color: $line; }
Button[kind="primary"] { background: $accent; color: $accent_ink; border-color: $accent; font-weight: 700; }
Button[kind="primary"]:hover, Button[kind="primary"]:pressed { background: $accent_deep; border-color: $accent_deep; }
Button[kind="primary"]:disabled { color: $muted; background: $sunken; border-color: $line; }
Button[kind="ghost"] { background: transparent; border-color: transparent; color: $muted; }
Button[kind="ghost"]:hover { background: $sunken; color: $ink; }
Button[kind="link"] { background: transparent; border-color: transparent; color: $accent; padding: 6px 4px; }
Button[kind="link"][dense="true"] { padding: 2px 4px; }
Button[kind="link"]:hover { background: $soft; }
Button[kind="danger"] { color: $bad; }
Button[kind="danger"]:hover { background: $badsoft; border-color: $bad; }
IconButton { padding: 0; min-height: 0; }
Button::menu-indicator, Chip::menu-indicator { image: none; width: 0; }

Chip { background: $sunken; color: $ink; border: 1px solid $line; border-radius: 6px;
  padding: 2px 8px; min-height: 20px; font-weight: 400; }
Chip:hover { border-color: $edge; }
Chip[arrow="true"] { padding-right: 24px; }
ValueChip { background: $soft; border-color: transparent; color: $accent; font-weight: 700; }
ValueChip:hover { border-color: $accent; }
Chip:checked { background: $soft; border-color: transparent; color: $accent; font-weight: 700; }
Chip[role="heading"] { background: transparent; border-color: transparent; font-weight: 700; padding-left: 2px; }
Chip[role="heading"]:hover { background: $sunken; border-color: $line; }
Chip[tone="muted"] { background: transparent; color: $muted; border-style: dashed; border-color: $edge; }
Chip[tone="bad"] { background: $badsoft; color: $bad; border-color: transparent; border-radius: 5px;
  padding: 0 6px; min-height: 16px; font-size: 11px; }
Chip[tone="bad"]:hover { border-color: $bad; }
StatusTag { border-radius: 5px; padding: 1px 6px; font-size: 11px; background: $sunken; color: $muted; }
StatusTag[tone="good"] { background: $goodsoft; color: $good; }
StatusTag[tone="warn"] { background: $warnsoft; color: $warn; }
StatusTag[tone="bad"] { background: $badsoft; color: $bad; }
StatusTag[tone="blue"] { background: $bluesoft; color: $blue; }
StatusTag[tone="accent"] { background: $soft; color: $accent; }

Card { background: $surface; border: 1px solid $line; border-radius: 10px; }
Card[sunken="true"] { background: $sunken; }
Card[ground="paper"] { background: $paper; }
Popover { border-color: $edge; }
InlineNotice { border: none; border-radius: 8px; background: $bluesoft; }
InlineNotice[tone="good"] { background: $goodsoft; }
InlineNotice[tone="warn"] { background: $warnsoft; }
InlineNotice[tone="bad"] { background: $badsoft; }
Toast { background: $surface; border: 1px solid $edge; border-radius: 10px; }
Divider { background: $line; border: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $ink;
  border: 1px solid $line; border-radius: 8px; padding: 6px 9px;
  selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $edge; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
  border: 2px solid $accent; padding: 5px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $sunken; color: $muted; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"] {
  border-color: $bad; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 6px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 5px; }
TitleField { background: transparent; border-color: transparent; padding: 2px 7px; min-height: 28px; }
TitleField:hover { background: $surface; border-color: $edge; }
TitleField:focus { background: $surface; padding: 1px 6px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
  border: none; padding: 0; background: transparent; min-height: 0; border-radius: 0; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 0; height: 0; border: none; }
QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBoxPrivateContainer { background: transparent; border: none; }
QComboBox:focus, QComboBox:on { padding-right: 27px; }
QComboBox::drop-down, QDateEdit::drop-down { width: 26px; border: none; background: transparent; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 8px;
  padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {
  background: $soft; color: $accent; }

QMenu { background: $surface; color: $ink; border: 1px solid $edge; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $soft; color: $accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QTableView, QListView, QTreeView { background: transparent; color: $ink; border: none; outline: none;
  selection-background-color: $soft; selection-color: $ink; }
DataTable::item { border: none; border-bottom: 1px solid $line; padding: 0 5px; }
DataTable::item:hover { background: $sunken; }
DataTable::item:selected { background: $soft; color: $ink; }
QListView::item { min-height: 32px; padding: 0 8px; border-radius: 6px; }
QListView::item:hover { background: $sunken; }
QListView::item:selected { background: $soft; color: $ink; }
SuggestionList { background: $surface; border: 1px solid $edge; border-radius: 8px; padding: 4px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }

QScrollArea, QAbstractScrollArea#plain { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; border: none; }
QCalendarWidget QToolButton { background: transparent; color: $ink; border: none; border-radius: 6px;
  padding: 4px 8px; font-weight: 700; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $sunken; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $surface; color: $ink; selection-background-color: $accent;
  selection-color: $accent_ink; outline: none; border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }

QSplitter::handle { background: transparent; }
QDialog { background: $paper; }
ModalDialog #footer { background: $sunken; border: none; border-top: 1px solid $line; }
Foot { background: $sunken; border: none; border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
Button[candidate="true"] { padding: 4px 0; border-radius: 6px; }
Button[candidate="true"]:checked { background: $soft; }
Navigation { background: $sunken; border: none; border-right: 1px solid $line; }
""")


def build(colours: Mapping[str, str]) -> str:
    """The whole style sheet for one theme."""
    return _TEMPLATE.substitute(colours)
