import pytest

from plugins.authors.settings import AuthorsSettings
from plugins.engine.errors import SettingsError


def test_an_unknown_author_is_an_error_unless_a_site_says_otherwise():
    assert AuthorsSettings.from_pelican({"SITENAME": "A"}) == AuthorsSettings("error")


@pytest.mark.parametrize("value", ["error", "warn", "accept"])
def test_the_three_answers_are_taken(value):
    assert AuthorsSettings.from_pelican({"AUTHORS_UNKNOWN": value}).unknown == value


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"AUTHORS_UNKNOWN": "ignore"}, "'ignore'"),
        ({"AUTHORS_UNKNOWN": True}, "'accept'"),
        ({"AUTHORS_UNKNOWN": ["warn"]}, "AUTHORS_UNKNOWN"),
        ({"AUTHORS_UNKNOW": "warn"}, "AUTHORS_UNKNOW is no setting"),
    ],
)
def test_wrong_settings_are_refused(settings, told):
    with pytest.raises(SettingsError, match=told):
        AuthorsSettings.from_pelican(settings)
