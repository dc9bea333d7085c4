"""Files as other programs write them, small enough to read here."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

QIANNIU = [
    ["分组", "快捷编码", "快捷短语", "是否加入团队"],
    ["售前", "zk", "亲，{买家昵称}，我们今天全场九折哦~", "是"],
    ["售后", "th", "退货地址：杭州市余杭区×号\n请附上订单号{订单号}", "是"],
    ["我的", "", "=好的亲，马上为您处理", "否"],
    ["", "", "", ""],
    ["售后", "空", "", "是"],
]

ESPANSO = """\
# espanso match file
global_vars:
  - name: "shop"
    type: echo
    params:
      echo: "Corner Store"
matches:
  - trigger: ":hi"
    replace: "Hello {{name}}, this is {{shop}}.$|$"
    vars:
      - name: name
        type: clipboard
    label: "Greeting"
  - triggers: [":ship", ":delivery"]
    replace: |
      We ship within 24 hours.
      Tracking follows by e-mail.
    search_terms: [parcel, courier]
  - trigger: ":refund"
    form: |
      Dear [[customer]], your refund of order [[order]] is on its way.
    form_fields:
      customer:
        default: "customer"
  - trigger: ":thanks"
    replace: "{{output}}"
    vars:
      - name: output
        type: random
        params:
          choices:
            - "Thank you!"
            - "Thanks a lot!"
  - trigger: ":ip"
    replace: "{{out}}"
    vars:
      - name: out
        type: shell
        params: {cmd: "rm -rf /"}
  - trigger: ":logo"
    image_path: "$CONFIG/logo.png"
  - regex: ":order(?P<id>\\\\d+)"
    replace: "Order {{id}}"
  - trigger: ":day"
    replace: 2026-11-11
  - just text
"""

ESPANSO_NESTED = r"""
global_vars:
  - {name: me, type: echo, params: {echo: Jon}}
matches:
  - trigger: ":sig"
    replace: "Best regards, {{me}}"
  - trigger: ":mail"
    replace: |
      Hello {{form1.first}}, see you in {{form1.city}}.
      {{end}}
    vars:
      - name: form1
        type: form
        params:
          layout: "[[first]] [[city]]"
          fields:
            first: {default: you}
            city: {type: choice, values: [Here, There]}
      - {name: end, type: match, params: {trigger: ":sig"}}
  - trigger: ":lost"
    replace: "And {{end}}"
    vars: [{name: end, type: match, params: {trigger: ":gone"}}]
  - trigger: ":loop"
    replace: "a {{again}}"
    vars: [{name: again, type: match, params: {trigger: ":loop"}}]
  - trigger: ":pick"
    replace: "{{one}}"
    vars: [{name: one, type: choice, params: {values: "one\ntwo"}}]
  - trigger: ":ids"
    replace: "{{one}}"
    vars: [{name: one, type: choice, params: {values: [{label: First, id: "1"}, {label: Second, id: "2"}]}}]
  - trigger: ":brace"
    replace: 'Write \{\{name\}\} and \{x\}'
"""

BEEFTEXT = {
    "fileFormatVersion": 8,
    "groups": [{"uuid": "{11111111-1111-1111-1111-111111111111}", "name": "Shop"}],
    "combos": [
        {
            "uuid": "{a}", "name": "Greeting", "keyword": "hi", "snippet": "Hi #{input:Name}, #{combo:bye}",
            "group": "{11111111-1111-1111-1111-111111111111}", "enabled": True,
        },
        {"uuid": "{b}", "name": "", "keyword": "bye", "snippet": "see you #{combo:hi}", "enabled": True},
        {"uuid": "{c}", "name": "Old", "keyword": "old", "snippet": "x", "enabled": False},
        "broken",
    ],
}  # fmt: skip

CHATWOOT = [
    {"id": 1, "account_id": 3, "short_code": "hello", "content": "Hello {{contact.name}}!"},
    {"id": 2, "account_id": 3, "short_code": "ship", "content": "We ship today."},
]

ZENDESK = {
    "macros": [
        {
            "id": 25, "title": "Returns::Address", "active": True, "description": None, "restriction": None,
            "actions": [
                {"field": "status", "value": "pending"},
                {"field": "comment_value_html", "value": "<p>Dear {{ticket.requester.first_name}},</p><p>send it</p>"},
            ],
        },
        {
            "id": 26, "title": "Close", "active": True, "restriction": {"type": "User", "id": 4},
            "actions": [{"field": "comment_value", "value": ["channel:all", "Bye"]}],
        },
        {"id": 27, "title": "Only a status", "active": True, "actions": [{"field": "status", "value": "open"}]},
        {"id": 28, "title": "Off", "active": False, "actions": [{"field": "comment_value", "value": "off"}]},
    ],
    "next_page": None,
    "count": 4,
}  # fmt: skip

ZAMMAD = [
    ["id", "name", "keywords", "content", "note", "active"],
    ["1", "Versand", "ship delivery", "Hallo #{ticket.customer.firstname},<br>heute &amp; morgen", "", "true"],
    ["2", "Alt", "", "<div>alt</div>", "", "false"],
]

SAVED = [
    {"id": 1, "name": "Refund", "text": "<p>Hi {%customer.firstName,fallback=there%},</p><p>done.</p>"},
    {"id": 2, "name": "Bye", "text": "Bye", "category": {"name": "Closing"}},
]


def write_csv(path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, *sheets: tuple[str, Sequence[Sequence[str]]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, cell)
    return path


def write_json(path: Path, values: object) -> Path:
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path
