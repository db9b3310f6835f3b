"""Draws notes, walls and thumbnails on any QPainter: the window, a PNG, a start screen card."""
