"""``bantin new``: a ready file for a new bulletin."""
