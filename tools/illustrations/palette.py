"""The colours of the illustrations, and how two of them mix.

One palette for all pictures is what makes ten scenes read as one hand: deep teal and ink navy for
weight, warm paper for air, coral and gold for the point of interest, leaf green for life.
"""

from __future__ import annotations

Colour = tuple[int, int, int]

INK: Colour = (24, 42, 64)
TEAL_DEEP: Colour = (8, 60, 74)
TEAL: Colour = (11, 92, 107)
TEAL_MID: Colour = (62, 136, 143)
TEAL_SOFT: Colour = (150, 194, 191)
MIST: Colour = (213, 228, 222)
WHITE: Colour = (253, 250, 244)
PAPER: Colour = (247, 239, 225)
PAPER_DEEP: Colour = (235, 220, 197)
SAND: Colour = (221, 198, 164)
BLUSH: Colour = (248, 216, 198)
CORAL_SOFT: Colour = (241, 178, 155)
CORAL: Colour = (228, 120, 98)
BRICK: Colour = (172, 68, 60)
GOLD_SOFT: Colour = (238, 208, 144)
GOLD: Colour = (212, 164, 72)
BRONZE: Colour = (160, 112, 52)
LEAF_SOFT: Colour = (167, 192, 142)
LEAF: Colour = (96, 141, 94)
LEAF_DEEP: Colour = (50, 96, 78)
WOOD: Colour = (172, 120, 84)
WOOD_DEEP: Colour = (116, 77, 62)
STEEL: Colour = (178, 192, 198)
SKIN_LIGHT: Colour = (243, 206, 176)
SKIN: Colour = (232, 187, 152)
SKIN_TAN: Colour = (213, 160, 122)
HAIR: Colour = (40, 37, 46)
HAIR_BROWN: Colour = (66, 50, 48)
HAIR_GREY: Colour = (196, 195, 192)


def mix(first: Colour, second: Colour, part: float) -> Colour:
    """Return the colour that lies `part` (0 to 1) of the way from `first` to `second`."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(first, second, strict=True))
    return r, g, b
