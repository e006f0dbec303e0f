"""Which months and year a title, a label, a sheet's or a file's name speaks of, and whether it adds them up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.words.adding import says_sum, until_now
from lokmin_data.reading.words.mistyped_months import adds_to_an_open_month, with_months_spelt, without_half_read
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period_dates import (
    COUNTED,
    DATE,
    WEEKS,
    begins_late,
    covers_month,
    dates_in,
    month_begun,
    of_a_week,
    of_part,
    speaks_of_a_month,
    with_labelled_years,
    with_years,
)
from lokmin_data.reading.words.period_years import FIRST_YEAR, LAST_YEAR, year_of
from lokmin_data.reading.words.short_years import with_full_years
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.told_dates import is_print_label, without_days_beside, without_the_day, without_told
from lokmin_data.reading.words.told_months import month_until
from lokmin_data.reading.words.vocabulary import Vocabulary
from lokmin_data.reading.words.year_parts import DECEMBER, JANUARY, NUMBERS, UNTIL, part_of_year

LAST_DAY = 31
SHORT_NAME = 4  # month names of at most this many letters need a year or the word "bulan" beside them
_SLASHED = re.compile(
    r"(?<![\d/.-])(?:(\b(?:sampai(?:\s+dengan)?|sd|s\s*[/.]\s*d\.?|hingga)\s+)0?([1-9]|1[0-2])|(0[1-9]|1[0-2]))\s*[/-]\s*(20\d\d)(?![\d/.-])",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?P<until>\b(?:sampai|sd|s\s*[/.]?\s*d|smp|hingga)\.?\s+(?:dengan\s+|dgn\s+)?)?(?<!tri )(?<!tri-)(?<!catur )"
    rf"\b(?:bulan|bln)\.?(?:\s*[:=]\s*|\s+)(?:ke\s*[-:]?\s*)?(?P<first>{COUNTED})(?:\s*(?:s\s*[/.]\s*d\.?|sd|sampai(?:\s+dengan)?|-)\s*(?P<last>{COUNTED}))?"
    r"(?=\s*[,;|]?\s+(?:tahun|thn|th)\b|\s+20\d\d|\s*[/-]\s*20\d\d)",
    re.IGNORECASE,
)
#: The same with the year before it: `TAHUN 2026 BULAN 3`, `2026 s/d bln ke III`.
_YEAR_FIRST = re.compile(
    r"(?:\b(?:tahun|thn|th)\b\.?\s*[:=]?\s*)?(?<!\d)(?P<year>20\d\d)\s*[,;|/-]?\s*"
    r"(?P<spoken>(?:\b(?:sampai|sd|s\s*[/.]?\s*d|smp|hingga)\.?\s+(?:dengan\s+|dgn\s+)?)?\b(?:bulan|bln)\.?\s*[:=]?\s*(?:ke\s*[-:]?\s*)?"
    rf"(?:{COUNTED})(?:\s*(?:s\s*[/.]\s*d\.?|sd|sampai(?:\s+dengan)?|-)\s*(?:{COUNTED}))?)(?![\w-])",
    re.IGNORECASE,
)
_NUMBERED_MONTHS = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
#: Not the day of `26 April - 25 Mei`.
_SHORT_YEAR = re.compile(r"[A-Za-z]{3,9}\s?[-']\s?'?(2\d|3\d)\b(?!\s*(?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|o[kc]t|no[vp]|de[sc]))", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"2\d|3[0-5]")
_COUNTED_THINGS = frozenset({"desa", "kelurahan", "posyandu", "puskesmas", "hari", "orang", "bayi", "balita", "ibu", "kk", "%"})
_SCHOOL = frozenset({"siswa", "siswi", "murid", "sekolah", "kelas", "kls", "bias", "rematri", "mi", "sdlb"})
_DAY_WORDS = frozenset({"tanggal", "tgl", "dengan", "dgn", "ke", "minggu", "mg"})
_MONTH_WORDS = frozenset({"bulan", "bln", "periode", "sampai", "sd", "hingga", "keadaan", "posisi", "masa"})


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen it would take seven times as long to make
class Period:
    """A period as far as it is said: 0 where not.  `first` is the month a range begins with, `adds` that it is
    cumulative (sampai dengan, kumulatif, Januari s/d ...), `part` that it is a week or some days of the month,
    `unnamed` that a month is spoken of and not said: no period of a whole year."""

    year: int = 0
    month: int = 0
    first: int = 0
    adds: bool = False
    part: bool = False
    unnamed: bool = False

    def filled(self, other: Period) -> Period:
        """This period with what it leaves open taken from another; a month comes with its range and adding."""
        if self.month and self.year or other is NEVER:
            return self
        year, month, first, adds, part, unnamed = self.year, self.month, self.first, self.adds, self.part, self.unnamed
        if not month and other.month:
            month, first, part, unnamed = other.month, other.first, other.part, False
        if not year and other.year:
            year, unnamed = other.year, not month and (unnamed or other.unnamed)
        return Period(year, month, first, adds or other.adds and not self.month, part, unnamed)

    @property
    def odd_range(self) -> bool:
        """True for several months that do not begin in January, and for a part of one: neither a month nor cumulative."""
        return self.part or self.first > JANUARY and self.first != self.month


NEVER = Period()


def period_of(cell: object, words: Vocabulary, *, alone: bool = False) -> Period:
    """The period that a cell speaks of; `alone`: the cell holds nothing else, so short month names count."""
    if isinstance(cell, date):
        return Period(cell.year, cell.month)
    if cell.__class__ in (int, float):
        return _of_number(cell, alone) if JANUARY <= cell <= LAST_YEAR else NEVER
    return period_of_text(cell, words, alone=alone) if cell.__class__ is str else NEVER


def tells_when_printed(label: object) -> bool:
    """True for `Tanggal cetak :`, whose date stands in the next cell."""
    return label.__class__ is str and is_print_label(label)


def _of_number(number: float, alone: bool) -> Period:
    if float(number).is_integer() and FIRST_YEAR <= number <= LAST_YEAR:
        return Period(year=int(number))
    if alone and float(number).is_integer() and JANUARY <= number <= DECEMBER:
        return Period(month=int(number))
    return NEVER


@for_one_report
def period_of_text(text: str, words: Vocabulary, *, alone: bool = False) -> Period:
    """The period of a text: month names in all spellings, dates, ranges, tribulan, years."""
    text = without_half_read(with_full_years(with_years(with_labelled_years(without_told(text if alone else without_the_day(text)))), words), words)
    if (shorter := without_days_beside(text)) != text and (found := period_of_text(shorter, words, alone=alone)).month:
        return found
    dates = dates_in(text)
    rest = DATE.sub(" ", text) if dates else text
    tokens = with_months_spelt(cut(rest), words, alone=alone)
    if not _SCHOOL.isdisjoint(tokens):
        tokens = [token for token in tokens if token != "sd"]  # the primary school
    adds = says_sum(tokens)
    if dates:
        return _range(dates[0], dates[-1], adds or (len(dates) == 1 and bool(UNTIL & set(tokens))))
    months = _months(tokens, words, bool(short := _short_year(rest)) or alone)
    year = year_of(tokens, dict(months))
    unsure = year is None  # of several years, or none at all
    year = year or (0 if unsure else short)
    if not months and (found := _numbered(text, year, adds)) is not None:
        return found
    if not months and (until := month_until(text, tokens, year, words)) is not None:
        return Period(year, until, JANUARY if until else 0, adds=True, unnamed=not until)
    if not months:
        part = part_of_year(tokens, rest)
        if unsure or part is None and of_a_week(tokens):
            return NEVER
        if part is None:
            until = adds_to_an_open_month(tokens, words)
            return Period(year, adds=adds or until, unnamed=until or speaks_of_a_month(text)) if year or adds or until else NEVER
        return Period(year, part[1], part[0], adds or part[0] == JANUARY)
    named = _named(months, tokens, year if unsure else year or _year_behind(tokens, months[-1][0]), adds, words)
    return replace(named, part=True) if named.month and not named.adds and of_part(rest, words.months) else named


def _numbered(text: str, year: int, adds: bool) -> Period | None:
    """The period of months written as numbers: `05/2026`, `BULAN 1 S/D 5 TAHUN 2026`; None where there is none."""
    text = _YEAR_FIRST.sub(r"\g<spoken> tahun \g<year>", text) if "20" in text else text
    slashed = _SLASHED.search(text) if "20" in text else None
    if slashed:
        until = bool(slashed.group(1))
        month = int(slashed.group(2) or slashed.group(3))
        return Period(int(slashed.group(4)), month, JANUARY if until else 0, adds or until)
    if not (spoken := _SPOKEN.search(text)):
        return None
    first, last = month_number(spoken["first"]), month_number(spoken["last"] or spoken["first"])
    if not JANUARY <= first <= last <= DECEMBER:
        return None
    several, until = spoken["last"] is not None, spoken["until"] is not None
    if until and not several:
        return Period(year, last, JANUARY, True)
    return Period(year, last, first if several else 0, adds or several and first == JANUARY)


def month_number(text: str) -> int:
    """The month of a number, also a Roman one; 0 for any other text."""
    return int(text) if text.isdecimal() else _NUMBERED_MONTHS.get(text.casefold(), 0)


def _short_year(text: str) -> int:
    """The year of `Mar-25`, `Jan '26`; 0 where no two digits stand right behind a word."""
    found = _SHORT_YEAR.search(text) if "-" in text or "'" in text else None
    return 2000 + int(found.group(1)) if found else 0


def _year_behind(tokens: Sequence[str], month: int) -> int:
    """The year of `Mei 25`, `OKT25`: two digits right behind the last month (a day would stand before it); 0 where there are
    none, or where they count something."""
    behind = [*tokens[month + 1 : month + 3], "", ""]
    return 2000 + int(behind[0]) if _TWO_DIGITS.fullmatch(behind[0]) and behind[1] not in _COUNTED_THINGS else 0


def _named(months: list[tuple[int, int]], tokens: list[str], year: int, adds: bool, words: Vocabulary) -> Period:
    """The period of named months (place, month) with the words between them."""
    first_place, first = months[0]
    last_place, last = months[-1]
    if len(months) > 1 and _reported_late(tokens, first_place, last_place):
        _, first = month_begun(0, first)
        if first == last:
            return Period(year, last, 0, adds)
    untils = [place for place, token in enumerate(tokens) if token in UNTIL]
    if len(months) == 1 and until_now(tokens[first_place + 1 :], UNTIL):
        return Period(year, adds=True, unnamed=True)  # "Januari s/d bulan ini"
    if (
        len(months) > 1
        and first != last
        and (
            any(first_place < place < last_place for place in untils)
            or last_place - first_place <= 2
            or all(map(str.isdecimal, tokens[first_place + 1 : last_place]))  # "1 Januari 2026 - 31 Maret 2026"
        )
    ):
        return Period(year, last, first, adds or first == JANUARY)
    if len(months) > 1 and first == last == JANUARY and any(first_place < place < last_place for place in untils):
        dated = first_place > 0 and _is_day(tokens[first_place - 1], False)  # "1 s/d 31 Januari" tells days
        return Period(year, last, first, adds or not dated)
    until = next((place for place in untils if place < last_place <= place + 3), None)
    if len(months) == 1 and until is not None and not _days(tokens, until, last_place, words):
        return Period(year, last, JANUARY, True)
    return NEVER if first != last else Period(year, last, last if len(months) > 1 else 0, adds)


def _reported_late(tokens: list[str], first: int, last: int) -> bool:
    """True where the months at two places are those of a reporting month: `26 April s/d 25 Mei`."""
    days = [tokens[place - 1] for place in (first, last) if place and _is_day(tokens[place - 1], False)]
    return len(days) > 1 and begins_late(int(days[0]), int(days[1]))


def _days(tokens: list[str], until: int, month: int, words: Vocabulary) -> bool:
    """True where the word `sampai` joins days or weeks of one month: `1 s/d 30 September`, not `DPT 1 s/d 30 September`."""
    first, before = tokens[until - 1 : until], tokens[until - 2 : until - 1] if until > 1 else []
    of_weeks = bool(WEEKS & set(tokens[:until]))
    last = [token for token in tokens[until + 1 : month] if token not in _DAY_WORDS]
    if not first or len(last) != 1 or not all(_is_day(token, of_weeks) for token in (*first, *last)):
        return False
    named = words.synonyms.get(before[0], (before[0],))[-1] if before else ""
    return of_weeks or (named, str(int(first[0]))) not in words.numbered


def _is_day(token: str, of_weeks: bool) -> bool:
    return token.isdecimal() and 1 <= int(token) <= LAST_DAY or of_weeks and token in NUMBERS


def _range(start: tuple[int, int, int], end: tuple[int, int, int], adds: bool) -> Period:
    (first_year, first, first_day), (year, month, last_day) = start, end
    if (first_year, first) < (year, month) and begins_late(first_day, last_day):
        first_year, first = month_begun(first_year, first)
        if (first_year, first) == (year, month):
            return Period(year, month, 0, adds)
    if first_year != year:
        first = JANUARY
    whole = first == JANUARY and month > JANUARY
    days = start != end and (first_year, first) == (year, month) and not covers_month(first_day, last_day)
    return Period(year, month, first if start != end and not days else 0, adds or whole, days and not adds)


def _months(tokens: list[str], words: Vocabulary, alone: bool) -> list[tuple[int, int]]:
    """(place, month) of the month names; short ones only alone, beside a year, or after a word of time."""
    found = []
    for place, token in enumerate(tokens):
        month = words.months.get(token)
        if month is None:
            continue
        near = tokens[max(0, place - 2) : place] + tokens[place + 1 : place + 2]
        beside = any(other in _MONTH_WORDS or (other.isdecimal() and len(other) == 4) or other in words.months for other in near)
        beside = beside or place > 0 and _is_day(tokens[place - 1], False) and any(other in words.months for other in tokens[place + 1 :])
        if alone or beside or len(token) > SHORT_NAME or token in ("mei", "juni", "juli"):
            found.append((place, month))
    return found


def months_text(first: int, last: int) -> str:
    """`April s/d Juni`; `sebagian bulan Juni` where only the last is given."""
    return f"{MONTH_NAMES[first - 1]} s/d {MONTH_NAMES[last - 1]}" if first else f"sebagian bulan {MONTH_NAMES[last - 1]}"
