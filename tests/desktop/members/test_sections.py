"""The way between the pages about people."""

from __future__ import annotations

from desktop.members.sections import member_sections


def test_choosing_a_section_opens_it_and_leaves_this_page_as_it_was(stage, qtbot):
    control = member_sections(stage.context, "tags")
    qtbot.addWidget(control)
    control._choose("products")
    assert stage.visits == [("products", {})]
    assert control.current == "tags"
