"""Short ways to one document or text as it is stored."""

from __future__ import annotations

from local_db.documents import actions as documents
from local_db.documents.model import Document, DocumentKind
from local_db.shop_file import Shop
from local_db.templates import actions as templates
from local_db.templates.model import Template


def get_document(shop: Shop, document_id: int) -> Document:
    every = [document for kind in DocumentKind for document in documents.list_documents(shop, kind)]
    return next(document for document in every if document.id == document_id)


def get_template(shop: Shop, template_id: int) -> Template:
    return next(template for template in templates.list_templates(shop) if template.id == template_id)
