"""The rule on persons' data: phone numbers, identity numbers, birthdays, accounts, patients.

Public are: the phones and e-mails of the two registries (Nghị định 42/2022/NĐ-CP, Article 4, has
agencies publish them), landlines and hotlines. Everything else of a person is not
(Luật 91/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.gate.findings import Finding
from plugins.gate.pieces import PROSE
from plugins.gate.rules import Facts, Hit, Subject
from plugins.gate.wordlist import words
from plugins.vietnamese import fold_exact

CODES: Final = (
    "private-phone",
    "private-email",
    "private-identity",
    "private-birthday",
    "private-account",
    "private-patient",
)
READ: Final = PROSE | {
    *("alt", "credit", "comment", "link-target", "attachment", "metadata", "event.place"),
    *("event.guests", "event.chair", "documents.title", "awards.recipients.name", "letters.name"),
}
MOST: Final = 20

_GAP: Final = r"[ .\-\u00a0]?"
# Mobile numbers begin with 03, 05, 07, 08, 09 (Bộ TT&TT, 2018); 02 is a landline, 1900 a hotline.
_MOBILE: Final = re.compile(
    rf"(?<![\d./+-])\(?(?:\+?84{_GAP}(?:\(0\))?|0)[35789](?:{_GAP}\)?{_GAP}\d){{8}}(?![\d/])"
)
_EMAIL: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?P<host>(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,18})(?![\w-])"
)
_PERSONAL_HOSTS: Final = words(
    "gmail.com yahoo.com yahoo.com.vn hotmail.com outlook.com outlook.com.vn icloud.com live.com "
    "msn.com protonmail.com proton.me ymail.com zoho.com mail.com"
)
_IDENTITY_WORD: Final = re.compile(
    r"(?:CCCD|CMND|CMTND|căn cước|chứng minh (?:nhân dân|thư)|số định danh|hộ chiếu"
    r"|(?:mã số|số sổ|sổ) (?:BHXH|bảo hiểm xã hội))",
    re.I,
)
_IDENTITY: Final = re.compile(
    rf"(?<![\d.,/+-])\d(?:{_GAP}\d){{8}}(?:{_GAP}\d(?:(?:{_GAP}\d){{2}})?)?(?![\d/]|[.,]\d)"
)
# Cards of health insurance: who, what share, where, ten digits (Quyết định 1351/QĐ-BHXH).
_CARD: Final = re.compile(r"(?<![A-Z\d])[A-Z]{2} ?[1-5](?: ?\d){12}(?!\d)")
# Citizen numbers: province 001–096, a digit for sex and century, two of the year, six more
# (Nghị định 137/2015/NĐ-CP, Article 13).
_CITIZEN: Final = re.compile(r"(?<![\d.,/+-])0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}(?![\d/]|[.,]\d)")
_BIRTHDAY: Final = re.compile(
    r"(?:\bsinh(?: vào)?(?: ngày)?|\bngày(?: tháng năm)? sinh|\bsinh nhật|\bSN|\bNS)\s*:?\s*"
    r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?P<year>\d{4})"
    r"|\d{1,2} tháng \d{1,2},? năm (?P<long_year>\d{4}))",
    re.I,
)
_OLDEST: Final = 1930  # who was born earlier is history
_ACCOUNT: Final = re.compile(
    rf"(?:số tài khoản|tài khoản(?: ngân hàng)?(?: số)?|\bSTK)\s*:?\s*"
    rf"(?P<number>\d(?:{_GAP}\d){{5,18}})(?!\d)",
    re.I,
)
_ORGANISATION: Final = re.compile(
    r"kho bạc|mặt trận|\bquỹ\b|\bsở\b|bệnh viện|\bhội\b|công đoàn|[uủ]y ban|công ty|cơ quan|"
    r"đơn vị|trung tâm|trạm y tế|trường|viện|\bbộ\b|ban vận động",
    re.I,
)
_AROUND: Final = 120
_PATIENT: Final = re.compile(
    r"(?:\b[Bb]ệnh (?:nhân|nhi)|\bBN|\bBỆNH NHÂN|\b[Ss]ản phụ|\b[Tt]hai phụ|\b[Nn]gười bệnh"
    r"|\b[Cc]a bệnh)(?: (?:số )?\d{1,5})?"
    r"(?: (?:là|tên|nam|nữ|ông|bà|anh|chị|em|cháu|bé|cụ)){0,3}:? "
    r"(?P<name>(?:[^\W\d_]+ ){1,4}[^\W\d_]+)"
)
# Somebody who is called no patient, but said to have fallen ill.
_ILL: Final = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Bb]é|[Cc]ụ) "
    r"(?P<name>(?:[^\W\d_]+ ){1,4}[^\W\d_]+)"
    r"(?: ?\([^()]{1,60}\))?(?:, \d{1,3} tuổi[^,.;]{0,60})?,? "
    r"(?:đã |vừa )?(?:bị|mắc|nhiễm|dương tính|được chẩn đoán)\b"
)
_DIAGNOSIS: Final = re.compile(
    r"\b(?:nhiễm|dương tính|mắc|ung thư|HIV|AIDS|chẩn đoán|bị bệnh|viêm|lao phổi|đột quỵ|nhồi máu|"
    r"suy (?:thận|tim|gan|hô hấp|tủy)|u não|trầm cảm|tâm thần|vô sinh|sẩy thai|"
    r"khối u|bệnh lý|xuất huyết|tai biến|tiểu đường|đái tháo đường)\b",
    re.I,
)
_INITIAL: Final = re.compile(r" [^\W\d_](?!\w)")
_SENTENCE_END: Final = re.compile(r"[.!?;](?=\s)")
_NEAR: Final = 120
# Quick looks, each at what any find of its kind holds: most texts hold none of it.
_DIGITS: Final = re.compile(r"\d(?:[ .\-\u00a0()]{0,4}\d){5}")
_BORN: Final = re.compile(r"[Ss]inh|SINH|SN|NS|sn|ns", re.ASCII)
_ILLNESS: Final = re.compile(
    r"bệnh n|Bệnh n|BN|BỆNH|[SsTt](?:ản|hai) phụ|gười bệnh|a bệnh|bị|mắc|nhiễm|dương tính|được chẩn"
)
_FEWEST_SYLLABLES: Final = 2


class PrivacyRule:
    """The rule; reads the registries once for as long as they stay the same."""

    def __init__(self) -> None:
        self._public: tuple[Facts, frozenset[str], frozenset[str]] | None = None

    def __call__(self, subject: Subject, facts: Facts) -> Iterator[Hit]:
        """Yield the data of persons in a subject; registries are public by their nature."""
        if subject.kind == "registry":
            return
        if self._public is None or self._public[0] is not facts:
            self._public = facts, public_phones(facts), public_emails(facts)
        _, phones, emails = self._public
        for piece in subject.pieces:
            if piece.kind in READ:
                for finding in find_in_text(piece.text, phones, emails):
                    yield Hit(piece, finding)


def public_phones(facts: Facts) -> frozenset[str]:
    """Return the registered phone numbers, digits alone, as dialled at home."""
    written = [unit.phone for unit in facts.units] + [person.phone for person in facts.people]
    return frozenset(_digits(part) for text in written for part in re.split("[;,/]", text) if part)


def public_emails(facts: Facts) -> frozenset[str]:
    """Return the registered addresses in small letters."""
    written = [unit.email for unit in facts.units] + [person.email for person in facts.people]
    return frozenset(text.lower() for text in written if text)


def find_in_text(
    text: str, phones: Collection[str] = (), emails: Collection[str] = ()
) -> list[Finding]:
    """Find the data of persons in a text.

    Args:
        text: any text.
        phones: numbers that are public.
        emails: addresses that are public.
    """
    found: list[Finding] = []
    searches = [_emails(emails)] * ("@" in text)
    if _DIGITS.search(text):
        searches += [_phones(phones), _identities, _accounts]
    if _BORN.search(text):
        searches.append(_birthdays)
    if _ILLNESS.search(text):
        searches.append(_patients)
    for search in searches:
        for number, finding in enumerate(search(text)):
            if number == MOST:
                break
            found.append(finding)
    return found


def _phones(public: Collection[str]) -> Callable[[str], Iterator[Finding]]:
    def search(text: str) -> Iterator[Finding]:
        for match in _MOBILE.finditer(text):
            if _digits(match[0]) not in public:
                yield _finding("private-phone", match)

    return search


def _emails(public: Collection[str]) -> Callable[[str], Iterator[Finding]]:
    def search(text: str) -> Iterator[Finding]:
        for match in _EMAIL.finditer(text):
            if match["host"].lower() in _PERSONAL_HOSTS and match[0].lower() not in public:
                yield _finding("private-email", match)

    return search


def _identities(text: str) -> Iterator[Finding]:
    for match in _CITIZEN.finditer(text):
        yield _finding("private-identity", match)
    for match in _CARD.finditer(text):
        yield _finding("private-identity", match)
    for word in _IDENTITY_WORD.finditer(text):
        number = _IDENTITY.search(text, word.end(), min(word.end() + 40, len(text)))
        if number and not _CITIZEN.fullmatch(number[0]):
            yield _finding("private-identity", number)


def _birthdays(text: str) -> Iterator[Finding]:
    for match in _BIRTHDAY.finditer(text):
        if int(match["year"] or match["long_year"]) >= _OLDEST:
            yield _finding("private-birthday", match)


def _accounts(text: str) -> Iterator[Finding]:
    for match in _ACCOUNT.finditer(text):
        around = text[max(match.start() - _AROUND, 0) : match.end() + _AROUND]
        if not _ORGANISATION.search(around):
            yield _finding("private-account", match)


def _patients(text: str) -> Iterator[Finding]:
    """Find patients' full names in a sentence that also says what they suffer from."""
    told: set[int] = set()
    for match in (*_PATIENT.finditer(text), *_ILL.finditer(text)):
        name = _name_in(match["name"])
        start = match.start("name")
        if not name or start in told:
            continue
        if _INITIAL.match(text, start + len(name)):
            continue  # «Nguyễn Văn A.»: the name has been shortened
        last = min(start + _NEAR, len(text))
        behind = _SENTENCE_END.search(text, start + len(name), last)
        end = behind.start() if behind else last
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        before = _SENTENCE_END.split(before)[-1]
        if _DIAGNOSIS.search(before) or _DIAGNOSIS.search(text, start, end):
            told.add(start)
            yield Finding("private-patient", start, start + len(name), {"text": name})


def _name_in(words: str) -> str:
    """Return the full name that a run of words begins with; initials are none."""
    syllables = []
    for word in words.split():
        if not (word[0].isupper() and (word.istitle() or word.isupper()) and len(word) > 1):
            break
        syllables.append(word)
    if len(syllables) < _FEWEST_SYLLABLES or fold_exact(syllables[0]) not in FAMILY_NAMES:
        return ""
    return " ".join(syllables)


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 10 else digits  # noqa: PLR2004


def _finding(code: str, match: re.Match[str]) -> Finding:
    return Finding(code, *match.span(), {"text": _masked(match[0])})


def _masked(text: str) -> str:
    """Show where a number is, and not the number: reports are kept, mailed and shown in CI."""
    digits = [index for index, sign in enumerate(text) if sign.isdigit()]
    hidden = set(digits[3:-2])
    if "@" in text:
        name, _, host = text.partition("@")
        return f"{name[:2]}…@{host}"
    return "".join("•" if index in hidden else sign for index, sign in enumerate(text))
