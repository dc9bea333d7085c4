"""A template as it is handed in for a vendor's review: the body in the vendor's way of writing variables."""

from __future__ import annotations

from local_db.templates.layout import flat
from local_db.templates.model import Purpose, Template
from local_db.templates.text import Variable, scan
from local_db.templates.vendor import OptOutRule, Vendor


def vendor_text(template: Template, vendor: Vendor) -> str:
    """The text for the vendor's console, without the signature that the vendor puts before it.

    Variables are named, or numbered from 1, each name once; an opt-out wording that the vendor adds is left out.
    """
    numbers: dict[str, int] = {}
    written: list[str] = []
    for piece in scan(template.body).pieces:
        if isinstance(piece, Variable):
            number = numbers.setdefault(piece.name, len(numbers) + 1)
            written.append(vendor.variables.written.replace("number", str(number)).replace("name", piece.name))
        else:
            written.append(flat(piece.text))
    added = vendor.opt_out.rules[Purpose(template.purpose)] is OptOutRule.ADDED
    return "".join(written) + ("" if added else flat(template.opt_out))
