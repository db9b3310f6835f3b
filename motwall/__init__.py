"""motwall: find, judge and improve the moments of truth of a small business."""

__version__ = "0.1.0.dev0"
