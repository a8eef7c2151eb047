"""Cutting every mention of a page out of a file, by what kind of file it is. Pure."""
