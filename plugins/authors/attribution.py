"""Who wrote and photographed a bulletin: names of its header and byline, resolved to people."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plugins.authors.byline import Byline, find_byline, text_without
from plugins.authors.people import PATH, People, Person, people_of
from plugins.authors.settings import Unknown
from plugins.bulletins.mentions import Use, also_used, looks_like_id, new_entry
from plugins.bulletins.records import Bulletin, Mention
from plugins.bulletins.summary import summarise
from plugins.problems import Problem, problem
from plugins.problems.phrases import phrase
from plugins.vietnamese import fold_exact, slugify

_FEWEST_DIGITS = 4
_ID_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Credits:
    """The ids of the people who made a bulletin, in the order in which it names them."""

    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """What :func:`attribute` works out.

    Attributes:
        credits: the credits of every bulletin, by its path.
        problems: what was found, in reading order.
        bulletins: the bulletins in their order, without their bylines; later plugins read these.
        byline_units: the unit that a byline names, as printed, by the bulletin's path.
        accepted: id and name of people who are not registered and get a page all the same.
        unlinked: id and name of people who are not registered and have no page.
    """

    credits: Mapping[str, Credits]
    problems: tuple[Problem, ...]
    bulletins: tuple[Bulletin, ...] = ()
    byline_units: Mapping[str, str] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)
    unlinked: Mapping[str, str] = field(default_factory=dict)

    def people_with_pages(self, people: People, paths: Iterable[str]) -> People:
        """Return the registered people, and the accepted ones whom some bulletins credit.

        Args:
            people: the registry.
            paths: the bulletins that have a page; nobody is known by a draft alone.
        """
        credited = {
            identity
            for given in (self.credits[path] for path in paths)
            for identity in (*given.authors, *given.photographers)
        }
        found = (Person(i, name) for i, name in sorted(self.accepted.items()) if i in credited)
        return people_of((*people.persons, *found))


@dataclass(frozen=True, slots=True)
class Ending:
    """The byline that closes a bulletin, and what the bulletin is without it.

    ``text`` is the plain text of its body; ``summary`` its summary, which may have been the byline.
    """

    byline: Byline
    text: str
    summary: str


def read_ending(people: People, bulletin: Bulletin) -> Ending | None:
    """Find the byline of one bulletin. A pure function: it may run in a worker.

    Args:
        people: the registry.
        bulletin: the bulletin.
    """
    explicit = [mention.text for mention in bulletin.authors]
    byline = find_byline(bulletin.body.html, people, explicit=explicit)
    if byline is None:
        return None
    summary = bulletin.summary if bulletin.summary_given else summarise(byline.body_html)
    return Ending(byline, text_without(bulletin.body, byline), summary)


def attribute(
    bulletins: Sequence[Bulletin],
    people: People,
    *,
    unknown: Unknown = "error",
    endings: Sequence[Ending | None] | None = None,
) -> Attribution:
    """Resolve the authors and photographers of bulletins, and take bylines out of their bodies.

    Authors come from ``authors:``, else from the byline that closes the text; photographers from
    ``photographers:``, else from the byline. Beside ``authors:``, a name that only the byline has
    need not be registered. Honoured people (``recipients: - person:``) are checked too, but are no
    credits, and must be registered.

    Args:
        bulletins: the bulletins.
        people: the registry.
        unknown: what to do with authors and photographers who are not registered.
        endings: what :func:`read_ending` found in each bulletin; it is called here by default.

    Returns:
        Credits and bodies of all these bulletins. Problems: a name that is nobody's, an id that
        is gone, a name that two registered people share, and a bulletin that names no author.
    """
    if endings is None:
        endings = [read_ending(people, bulletin) for bulletin in bulletins]
    return _Attributor(people, unknown).attribute(zip(bulletins, endings, strict=True))


class _Attributor:
    """One run over all bulletins; the names that nobody has are judged when all are known."""

    def __init__(self, people: People, unknown: Unknown) -> None:
        self._people = people
        self._unknown = unknown
        self._hints = people.hints()
        self._uses: defaultdict[str, list[Use]] = defaultdict(list)
        self._missing: defaultdict[str, list[Use]] = defaultdict(list)
        self._problems: list[Problem] = []
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._accepted: set[str] = set()

    def attribute(self, bulletins: Iterable[tuple[Bulletin, Ending | None]]) -> Attribution:
        credits: dict[str, Credits] = {}
        stripped: list[Bulletin] = []
        units: dict[str, str] = {}
        for bulletin, ending in bulletins:
            if ending and ending.byline.unit:
                units[bulletin.path] = ending.byline.unit
            credits[bulletin.path] = self._credits(bulletin, ending.byline if ending else None)
            stripped.append(_without_byline(bulletin, ending) if ending else bulletin)
        self._problems += (*self._shared_names(), *self._gone_ids())
        return Attribution(
            credits,
            tuple(sorted(set(self._problems))),
            tuple(stripped),
            units,
            {i: name for i, name in self._names.items() if i in self._accepted},
            {i: name for i, name in self._names.items() if i not in self._accepted},
        )

    def _credits(self, bulletin: Bulletin, byline: Byline | None) -> Credits:
        for award in bulletin.awards:
            for recipient in award.recipients:
                if recipient.kind == "person":
                    mention = Mention(recipient.text, recipient.line, recipient.column)
                    self._registered(bulletin, mention)
        authors = [self._credited(bulletin, mention) for mention in bulletin.authors]
        photographers = [self._credited(bulletin, mention) for mention in bulletin.photographers]
        if byline and not bulletin.authors:
            authors = [self._from_byline(bulletin, name) for name in byline.authors]
        if byline and not bulletin.photographers:
            photographers = [self._from_byline(bulletin, name) for name in byline.photographers]
        if not (bulletin.authors or authors):
            line = bulletin.line_of("title")
            self._problems.append(problem("byline-missing", bulletin.path, line))
        return Credits(_distinct(authors), _distinct(photographers))

    def _registered(self, bulletin: Bulletin, mention: Mention) -> str:
        """Return the id of a person who must be registered, "" where that is not to be told."""
        use = Use(bulletin.path, mention.line, mention.column)
        found = self._found(mention.text, use)
        if not found and looks_like_id(mention.text):
            self._missing[mention.text].append(use)
        elif not found:
            self._problems.append(self._unknown_name("author-unknown", mention.text, use))
        return found[0].id if len(found) == 1 else ""

    def _credited(self, bulletin: Bulletin, mention: Mention) -> str:
        """Return the id of a person whom the header credits."""
        unknown = self._unknown_in(bulletin)
        lenient = unknown != "error" and not looks_like_id(mention.text)
        if not lenient or self._people.find(mention.text):
            return self._registered(bulletin, mention)
        return self._unregistered(
            mention.text, Use(bulletin.path, mention.line, mention.column), unknown
        )

    def _unknown_in(self, bulletin: Bulletin) -> Unknown:
        """Say what an unknown author means: in a post of the old site a warning, no error.

        Twenty years of posts name people who left long ago; not all can be registered first.
        """
        if self._unknown == "error" and bulletin.origin == "imported":
            return "warn"
        return self._unknown

    def _from_byline(self, bulletin: Bulletin, name: str) -> str:
        """Return the id of a person whom the byline credits."""
        use = _place_of(name, bulletin)
        found = self._found(name, use)
        if found:
            return found[0].id if len(found) == 1 else ""
        unknown = self._unknown_in(bulletin)
        if not bulletin.authors and unknown == "error":
            found_in_byline = phrase("in-byline", name=name)
            self._problems.append(
                self._unknown_name("author-unknown", name, use, also=found_in_byline)
            )
            return ""
        return self._unregistered(name, use, None if bulletin.authors else unknown)

    def _found(self, text: str, use: Use) -> tuple[Person, ...]:
        found = self._people.find(text)
        for person in found:
            self._uses[person.id].append(use)
        return found

    def _unregistered(self, name: str, use: Use, unknown: Unknown | None) -> str:
        """Return an id for somebody who is not registered; None: it is nobody's mistake."""
        identity = self._id_of(name)
        if unknown == "accept":
            self._accepted.add(identity)
        elif unknown == "warn":
            self._problems.append(self._unknown_name("author-unregistered", name, use))
        return identity

    def _id_of(self, name: str) -> str:
        """Make an id of a name: what it folds to, and a digest that keeps Hùng and Hưng apart."""
        exact = fold_exact(name)
        if exact not in self._ids:
            digest = hashlib.sha256(exact.encode()).hexdigest()
            slug = slugify(name, _ID_LENGTH) or "tac-gia"
            lengths = range(_FEWEST_DIGITS, len(digest) + 1)
            taken = {*self._people.by_id, *self._names}
            ids = (f"{slug}-{digest[:length]}" for length in lengths)
            self._ids[exact] = next(identity for identity in ids if identity not in taken)
            self._names[self._ids[exact]] = name
        return self._ids[exact]

    def _unknown_name(self, code: str, name: str, use: Use, also: str = "") -> Problem:
        return problem(
            code,
            use.path,
            use.line,
            use.column,
            text=name,
            hint=self._hints.of(name),
            example=new_entry(name, self._people.by_id),
            also=also,
        )

    def _gone_ids(self) -> Iterator[Problem]:
        """One problem for each id that is gone, whoever uses it: it is the registry's mistake."""
        for text, uses in self._missing.items():
            first = min(uses)
            yield problem(
                "author-id-unknown",
                first.path,
                first.line,
                first.column,
                text=text,
                hint=self._hints.of(text),
                also=also_used(uses),
            )

    def _shared_names(self) -> Iterator[Problem]:
        """One problem for every two people or more who share names, with all files that name them.

        Names are compared with letters and tones kept, tone style and case merged.
        """
        for persons, names in self._people.shared_names():
            paths = {use.path for person in persons for use in self._uses[person.id]}
            yield problem(
                "person-name-shared",
                PATH,
                max(person.line for person in persons),
                1,
                text=", ".join(names),
                persons=", ".join(
                    phrase("entry-at", name=person.name, id=person.id, line=person.line)
                    for person in persons
                ),
                used=phrase("used-in", paths=", ".join(sorted(paths))) if paths else "",
            )


def _without_byline(bulletin: Bulletin, ending: Ending) -> Bulletin:
    body = replace(bulletin.body, html=ending.byline.body_html, text=ending.text)
    return replace(bulletin, body=body, summary=ending.summary)


def _place_of(name: str, bulletin: Bulletin) -> Use:
    """Find the source line of a name in the byline, as its letters and tones are."""
    wanted = fold_exact(name)
    for line in reversed(bulletin.closing):
        if wanted in fold_exact(line.text):
            offset = max(line.text.casefold().find(name.casefold()), 0)
            return Use(bulletin.path, line.line, line.column + offset)
    last = bulletin.closing[-1].line if bulletin.closing else bulletin.line_of("title")
    return Use(bulletin.path, last, 1)


def _distinct(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, ids)))
