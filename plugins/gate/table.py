"""The table of all rules."""

from __future__ import annotations

from typing import Final

from plugins.gate import hidden, photo_rules, privacy, weblinks
from plugins.gate.attachments import rules as attachments
from plugins.gate.language.rules import language_rules
from plugins.gate.rules import Rule, on_texts
from plugins.gate.spam import rule as spam

EVERY_KIND: Final = frozenset({"bulletin", "page", "registry", "photo", "attachment"})


def all_rules() -> tuple[Rule, ...]:
    """Make the rules; what they need ready (patterns, lists) is made once, here."""
    return (
        Rule(spam.CODES, spam.SpamRule(), EVERY_KIND, safety=True, registry=True),
        Rule(weblinks.CODES, weblinks.find_links, EVERY_KIND, safety=True, registry=True),
        Rule(hidden.CODES, on_texts(hidden.find_hidden, {"line"}), EVERY_KIND, safety=True),
        Rule(privacy.CODES, privacy.PrivacyRule(), EVERY_KIND, safety=True, registry=True),
        Rule(photo_rules.CODES, photo_rules.find_in_photos),
        Rule(attachments.CODES, attachments.find_in_attachment, frozenset({"attachment", "photo"})),
        *language_rules(),
    )


def codes(rules: tuple[Rule, ...]) -> frozenset[str]:
    """Return all codes that rules report; exceptions may name these."""
    return frozenset(code for rule in rules for code in rule.codes)
