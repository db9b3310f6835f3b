"""Handouts as PDF. Importing this imports reportlab: do it when something is exported."""

from motwall.export.options import USUAL_PAGES, Pages, Paper, PdfOptions, Rows
from motwall.export.pdf.document import pdf_bytes, write_pdf

__all__ = ["USUAL_PAGES", "Pages", "Paper", "PdfOptions", "Rows", "pdf_bytes", "write_pdf"]
