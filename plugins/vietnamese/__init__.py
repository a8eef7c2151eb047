"""The Vietnamese language: characters, tones, folding, order, slugs, dates, numbers, names.

Pure functions on text, standard library only. The room knows no bulletin; all others lean on it.
"""

from plugins.vietnamese.characters import (
    collapse_spaces,
    nfc,
    repair_lookalikes,
    strip_invisible,
)
from plugins.vietnamese.collation import PersonSortKey, SortKey, person_sort_key, sort_key
from plugins.vietnamese.dates import (
    WEEKDAYS,
    FoundDate,
    format_date,
    format_date_long,
    format_datetime,
    parse_dates,
    weekday_name,
)
from plugins.vietnamese.folding import fold, fold_exact, merge_tone_style
from plugins.vietnamese.letters import Tone, put_tone, split_tone, strip_tones
from plugins.vietnamese.names import given_name, title_case_name
from plugins.vietnamese.numbers import format_number, format_percent, pad_count, parse_number
from plugins.vietnamese.slugs import slugify
from plugins.vietnamese.syllables import Syllable, is_syllable, split_syllable, syllables
from plugins.vietnamese.tones import repair_marks, to_new_style, to_old_style

__all__ = [
    "WEEKDAYS",
    "FoundDate",
    "PersonSortKey",
    "SortKey",
    "Syllable",
    "Tone",
    "collapse_spaces",
    "fold",
    "fold_exact",
    "format_date",
    "format_date_long",
    "format_datetime",
    "format_number",
    "format_percent",
    "given_name",
    "is_syllable",
    "merge_tone_style",
    "nfc",
    "pad_count",
    "parse_dates",
    "parse_number",
    "person_sort_key",
    "put_tone",
    "repair_lookalikes",
    "repair_marks",
    "slugify",
    "sort_key",
    "split_syllable",
    "split_tone",
    "strip_invisible",
    "strip_tones",
    "syllables",
    "title_case_name",
    "to_new_style",
    "to_old_style",
    "weekday_name",
]
