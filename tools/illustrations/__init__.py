"""Flat editorial illustrations drawn with Pillow alone: geometry, canvas, people, props, scenes."""
