"""Draws notes, walls and thumbnails on any QPainter: the window, a PNG, a card on the start screen.

Everything is in millimetres of the wall (`model/layout.py`); what keeps its size on screen divides
by the painter's scale. Pixmaps and icons are for the GUI thread; a wall picture may be made in a
thread of its own, where it has a note painter of its own.
"""
