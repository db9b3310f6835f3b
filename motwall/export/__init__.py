"""Files out: PDF handouts and JSON, each made from a store and put in place whole.

reportlab is imported by `motwall.export.pdf` alone, and only when something is exported.
"""
