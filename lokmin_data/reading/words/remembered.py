"""What is remembered of table heads from report to report: a form comes every month, and a head names columns, never a person."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from lokmin_data.reading.blocks.places import Place
    from lokmin_data.reading.heads.headers import Column
    from lokmin_data.reading.heads.measures import Layout
    from lokmin_data.reading.words.meaning import Meaning, Reader
    from lokmin_data.reading.words.period import Period
    from lokmin_data.reading.words.vocabulary import Said

#: So many paths and so many heads are remembered; wider heads are not.
MOST_PATHS, MOST_FORMS, WIDEST_FORM = 20_000, 150, 250
#: Each form is asked so many questions, and changed by so many rules.
MOST_RULES = 5
#: A head holds a year; dates of persons and their numbers have more digits.
MOST_DIGITS = 4

Known = TypeVar("Known")
Path = tuple[str, ...]


@dataclass
class Remembered:
    """By path what it means, what its words say and what it says of places; by a head's texts its columns and banners; by columns and title
    the layout of their table; by columns and a title or a rule what they become, and by columns and a question its answer; by
    a text of nothing but the field's words these words and its period; by such a text, and by one of a head, whether it heads names, and
    by a word of the field whether it may; by a question that only the vocabulary answers its answer."""

    meanings: dict[Path, Meaning] = field(default_factory=dict)
    said: dict[Path, Said] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    forms: dict[tuple, tuple[tuple[Column, ...], tuple[str, ...]]] = field(default_factory=dict)
    layouts: dict[tuple, Layout] = field(default_factory=dict)
    columns: dict[tuple, tuple[Column, ...]] = field(default_factory=dict)
    answers: dict[tuple, Any] = field(default_factory=dict)
    tokens: dict[str, list[str]] = field(default_factory=dict)
    axis_words: dict[str, bool] = field(default_factory=dict)
    anchors: dict[str, bool] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    once: dict[Callable, Any] = field(default_factory=dict)

    def form(self, texts: tuple, read: Callable[[], tuple[tuple[Column, ...], tuple[str, ...]]]) -> tuple[tuple[Column, ...], tuple[str, ...]]:
        """The columns and banners of the head with these texts, else what `read` says of them."""
        return _found(self.forms, texts, read, MOST_FORMS, lambda form: len(form[0]) <= WIDEST_FORM)

    def layout(self, kind: tuple, lay_out: Callable[[], Layout]) -> Layout:
        """The layout of a table of such columns, else what `lay_out` makes of them."""
        return _found(self.layouts, kind, lay_out, MOST_FORMS, lambda _: len(kind[0]) <= WIDEST_FORM)

    def changed(self, kind: tuple, change: Callable[[], tuple[Column, ...]]) -> tuple[Column, ...]:
        """What the columns of a head become by something else, a title or a rule; `kind` are both, the columns first."""
        return _found(self.columns, kind, change, MOST_FORMS * MOST_RULES, lambda _: len(kind[0]) <= WIDEST_FORM)

    def answer(self, kind: tuple, ask: Callable[[], Known]) -> Known:
        """What a question about the columns of a head was answered; `kind` are both, the columns first."""
        return _found(self.answers, kind, ask, MOST_FORMS * MOST_RULES, lambda _: len(kind[0]) <= WIDEST_FORM)

    def place(self, path: Path, look: Callable[[], Place]) -> Place:
        """What a path says of places, else what `look` finds."""
        return _found(self.places, path, look, MOST_PATHS, lambda _: _of_nobody(path))

    def keep(self, path: Path, meaning: Meaning) -> None:
        """Remember what a path means."""
        _found(self.meanings, path, lambda: meaning, MOST_PATHS, lambda _: _of_nobody(path))

    def understood(self, path: Path, understand: Callable[[], Said], *, keep: bool) -> Said:
        """What the words of a path say, else what `understand` finds; to be remembered where all are words of the field."""
        return _found(self.said, path, understand, MOST_PATHS, lambda _: keep and _of_nobody(path))

    def anchor(self, text: str, ask: Callable[[str, Reader], bool], reader: Reader) -> bool:
        """Whether a text heads a column of names, else what `ask` says; to be remembered where all its words are the field's."""
        return _found(self.anchors, text, lambda: ask(text, reader), MOST_PATHS, lambda _: _of_the_field(text, reader))

    def period(self, text: str, ask: Callable[[], Period], reader: Reader) -> Period:
        """The period that a text speaks of, else what `ask` finds; to be remembered where all its words are the field's."""
        return _found(self.periods, text, ask, MOST_PATHS, lambda _: _of_the_field(text, reader))

    def keep_anchors(self, texts: Iterable[str], known: Mapping[str, bool]) -> None:
        """Remember of the texts of a head whether they head names, as `known`."""
        for text in texts:
            if text in known:
                _found(self.anchors, text, lambda: known[text], MOST_PATHS, lambda _: _of_nobody((text,)))  # noqa: B023

    def keep_tokens(self, text: str, tokens: list[str]) -> None:
        """Remember the words of a text."""
        _found(self.tokens, text, lambda: tokens, MOST_PATHS, lambda _: _of_nobody((text,)))


def _of_the_field(text: str, reader: Reader) -> bool:
    """True for a text of nothing but the field's words and short numbers."""
    return reader.words.knows(reader.tokens(text)) and _of_nobody((text,))


def _of_nobody(texts: Path) -> bool:
    """False for texts that may hold a date or a number of somebody."""
    return all(sum(map(str.isdigit, text)) <= MOST_DIGITS for text in texts)


def _found(
    known: dict[Hashable, Known], key: Hashable, make: Callable[[], Known], most: int, fits: Callable[[Known], bool]
) -> Known:
    """What is known by that key, else what `make` gives; where there is no more room, remembering begins anew."""
    found = known.get(key)
    if found is None:
        found = make()
        if fits(found):
            if len(known) >= most:
                known.clear()
            known[key] = found
    return found


_BY_VOCABULARY: dict[int, Remembered] = {}


def remembered(words: object) -> Remembered:
    """What is remembered in a vocabulary, which lives as long as the process."""
    return _BY_VOCABULARY.setdefault(id(words), Remembered())


def of_vocabulary(ask: Callable[[Reader], Known]) -> Callable[[Reader], Known]:
    """A function that asks nothing but the vocabulary of a reader: once for all reports; nobody may change its answer."""

    @wraps(ask)
    def asked(reader: Reader) -> Known:
        known = reader.forms.once
        if ask not in known:
            known[ask] = ask(reader)
        return known[ask]

    return asked
