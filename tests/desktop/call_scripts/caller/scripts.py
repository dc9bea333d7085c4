"""A script that the tests of calling speak."""

from __future__ import annotations

from datetime import UTC, datetime

from local_db.call_scripts.codec import to_json
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.documents.actions import save_document
from local_db.documents.model import Document, DocumentKind
from local_db.shop_file import Shop

SCRIPT = CallScript(
    "open",
    (
        Step(
            "open",
            "开场",
            ("您好，{nick|亲}，看到您买过{last_product|宝贝}。", "打扰一下，{nick|亲}。"),
            (
                Answer(AnswerKind.YES, "offer", tags=("接了电话",)),
                Answer(AnswerKind.NO, "later"),
                Answer(AnswerKind.BUSY, "open"),
                Answer(AnswerKind.REFUSE, "refused"),
                Answer(AnswerKind.SILENCE, "none"),
            ),
            hint="慢一点",
        ),
        Step(
            "offer",
            "说活动",
            ("给{city}的老客减20元。",),
            (Answer(AnswerKind.YES, "agreed", tags=("要券",)), Answer(AnswerKind.NO, "later")),
        ),
        Step("agreed", "道谢", ("谢谢。",), outcome=Outcome.AGREED),
        Step("later", "以后再说", ("没关系。",), outcome=Outcome.NOT_INTERESTED),
        Step("refused", "不再打扰", ("抱歉。",), outcome=Outcome.REFUSED),
        Step("none", "没人说话", ("再见。",), outcome=Outcome.NO_ANSWER),
    ),
    (Objection("太贵了", "现在减20。"), Objection("没时间", "{nick|亲}，只要一分钟。")),
    always=(Answer(AnswerKind.REFUSE, "refused"), Answer(AnswerKind.SILENCE, "none")),
)


def saved(shop: Shop, script: CallScript = SCRIPT, name: str = "回购提醒") -> Document:
    """The script in the shop file."""
    document = Document(DocumentKind.CALL_SCRIPT, name, to_json(script))
    return save_document(shop, document, now=datetime.now(UTC))[0]
