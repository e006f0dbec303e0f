"""What a made-up Puskesmas counted in a year: the truth that a composed report writes down."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from composed.field_words import DESA, PEOPLE, PROGRAMMES, PUSKESMAS, Programme
from composed.surroundings import Surroundings

SEXES = ("L", "P")
BOTH = "T"
#: Those who belong to no desa; nobody knows how many they are.
OUTSIDE = "-"
MOST_INDICATORS = 6
_LONG_WORD = re.compile(r"[^\W\d]{7,}")
TIMES_OF_A_LARGE_DESA = 60
#: Live births of a desa in a year: some are small, so that numbers fit each other by chance.
BIRTHS = ((18, 90), (18, 90), (18, 90), (3, 12))
#: A month brings at most this part of the sasaran for each sex, so that a year does not pass 100 % by far.
PART_OF_A_MONTH = 26


#: By desa and indicator: the months, each by sex.
Numbers = dict[tuple[str, str], tuple[dict[str, int], ...]]


@dataclass(frozen=True)
class Told:
    """An indicator as one report spells it."""

    code: str
    words: str
    people: str


@dataclass(frozen=True)
class Served:
    """What was counted of an indicator from January on, in one desa or (for a total) in several."""

    sasaran: int
    months: tuple[dict[str, int], ...]

    def number(self, month: int, basis: str, sex: str = BOTH) -> int:
        """The number of a month, or of all months up to it."""
        counted = self.months[month - 1 : month] if basis == "month" else self.months[: month or len(self.months)]
        return sum(each[one] for each in counted for one in (SEXES if sex == BOTH else (sex,)))

    def percent(self, month: int, basis: str) -> float:
        """The cakupan, from 0 to 100."""
        return 100 * self.number(month, basis) / self.sasaran if self.sasaran else 0.0


@dataclass(frozen=True)
class Counted:
    """A Puskesmas with its desa, the indicators of a report, and what was counted of them by desa, month and sex."""

    puskesmas: str
    programme: Programme
    year: int
    last_month: int
    desa: tuple[str, ...]
    indicators: tuple[Told, ...]
    people_words: dict[str, str]
    sasaran: dict[tuple[str, str], int]
    numbers: Numbers

    def served(self, areas: Sequence[str], told: Told) -> Served:
        """What was counted of an indicator in these desa together."""
        months = tuple(
            {sex: sum(self.numbers[desa, told.code][month][sex] for desa in areas) for sex in SEXES} for month in range(12)
        )
        return Served(self.sasaran_of(areas, told.people), months)

    def sasaran_of(self, areas: Sequence[str], people: str, sex: str = BOTH) -> int:
        """The sasaran of these desa together: somewhat more boys than girls."""
        both = [self.sasaran[desa, people] for desa in areas if desa in self.desa]
        boys = sum(-(-11 * each // 20) for each in both)
        return {"L": boys, "P": sum(both) - boys, BOTH: sum(both)}[sex]

    def empty(self, desa: str) -> None:
        """Take away what was counted in a desa: it did not report."""
        for told in self.indicators:
            self.numbers[desa, told.code] = tuple(dict.fromkeys(SEXES, 0) for _ in range(12))

    def people(self, indicators: Sequence[Told]) -> list[str]:
        """The people of these indicators, each once, in their order."""
        return list(dict.fromkeys(told.people for told in indicators))


def draw_counted(dice: random.Random, around: Surroundings) -> Counted:
    """A year of a Puskesmas with four to nine desa and up to six indicators of one programme."""
    programme = dice.choice(PROGRAMMES)
    many = dice.randint(1, min(MOST_INDICATORS, len(programme.indicators)))
    places = sorted(dice.sample(range(len(programme.indicators)), many))
    indicators = tuple(
        Told(each.code, _spelt(dice, dice.choice(each.spellings), slips=around.slip), each.people)
        for each in (programme.indicators[place] for place in places)
    )
    desa = tuple(dice.sample(DESA, dice.randint(4, 9)))
    times = TIMES_OF_A_LARGE_DESA if around.thousands else 1
    births = {name: times * dice.randint(*dice.choice(BIRTHS)) for name in desa}
    sasaran = {(name, key): round(births[name] * people.per_birth) for name in desa for key, people in PEOPLE.items()}
    words = {key: dice.choice(people.spellings) for key, people in PEOPLE.items()}
    year, month = dice.choice((2024, 2025, 2026)), dice.randint(1, 12)
    empty = Counted(dice.choice(PUSKESMAS), programme, year, month, desa, indicators, words, sasaran, {})
    return drawn_again(dice, empty, times=3 if around.plenty else 1)


def _spelt(dice: random.Random, words: str, *, slips: bool) -> str:
    """The words, or with a letter left out, doubled, or swapped with the next one inside a long word."""
    inside = [place for found in _LONG_WORD.finditer(words) for place in range(found.start() + 1, found.end() - 2)]
    if not slips or not inside:
        return words
    place = dice.choice(inside)
    letter, after = words[place], words[place + 1]
    return words[:place] + dice.choice((after, letter * 2 + after, after + letter)) + words[place + 2 :]


def drawn_again(dice: random.Random, counted: Counted, *, times: int = 1) -> Counted:
    """The same Puskesmas with other numbers; `times` 3 passes 100 %."""
    numbers = {
        (name, told.code): tuple(
            {sex: times * _in_a_month(dice, counted.sasaran.get((name, told.people), PART_OF_A_MONTH)) for sex in SEXES} for _ in range(12)
        )
        for name in (*counted.desa, OUTSIDE)
        for told in counted.indicators
    }
    _made_alike(dice, counted.desa, counted.indicators, numbers)
    return replace(counted, numbers=numbers)


def _in_a_month(dice: random.Random, sasaran: int) -> int:
    """What a month brings of one sex: nothing in most months where there are few people."""
    return dice.randint(0, sasaran // PART_OF_A_MONTH) if sasaran >= PART_OF_A_MONTH else int(dice.random() < sasaran / PART_OF_A_MONTH)


def _made_alike(dice: random.Random, desa: Sequence[str], indicators: Sequence[Told], numbers: Numbers) -> None:
    """Sometimes one indicator counts nobody, as many as the one before it, or twice as many."""
    times = dice.choice((None, None, None, None, None, 0, 1, 2))
    if times is None or len(indicators) < 2:
        return
    place = dice.randrange(1, len(indicators))
    for name in (*desa, OUTSIDE):
        before = numbers[name, indicators[place - 1].code]
        numbers[name, indicators[place].code] = tuple({sex: times * month[sex] for sex in SEXES} for month in before)
