import string

import pytest

from plugins.problems.phrases import PHRASES, phrase


def test_a_phrase_is_filled_in():
    assert phrase("meant-value", name="Hội nghị") == "Có phải bạn muốn viết «Hội nghị»? "


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_asks_for_every_value_it_names(name):
    wanted = [field for _, field, _, _ in string.Formatter().parse(PHRASES[name]) if field]
    assert phrase(name, **dict.fromkeys(wanted, "x"))
    if wanted:
        with pytest.raises(KeyError):
            phrase(name)


def test_an_unknown_phrase_is_an_error():
    with pytest.raises(KeyError):
        phrase("nothing")
