"""What one column (or one row label) of a report means, from the path of head texts above it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lokmin_data.reading.words.bracketed_bases import of_a_bracketed_basis
from lokmin_data.reading.words.counted_in_persons import of_their_unit
from lokmin_data.reading.words.cut_offs import of_cut_offs
from lokmin_data.reading.words.estimates import without_rate
from lokmin_data.reading.words.later_doses import of_later_doses
from lokmin_data.reading.words.letter_ratios import of_letters
from lokmin_data.reading.words.measured_people import of_the_measured
from lokmin_data.reading.words.parts_in_words import in_part, of_young, of_youngest
from lokmin_data.reading.words.period import Period, period_of_text
from lokmin_data.reading.words.plainer_groups import by_plainer_groups
from lokmin_data.reading.words.remembered import Remembered, remembered
from lokmin_data.reading.words.served_people import of_the_served
from lokmin_data.reading.words.spelling import stays_unknown, understand
from lokmin_data.reading.words.told_codes import by_told_code
from lokmin_data.reading.words.two_heads import of_a_list, of_those_immunised, of_two_heads
from lokmin_data.reading.words.vocabulary import Said, Vocabulary

AREA_LEVELS = ("provinsi", "kabupaten", "kecamatan", "puskesmas", "desa", "desa_posyandu", "posyandu")


@dataclass(frozen=True)
class Meaning:
    """One column understood.  Empty where the head does not say.

    `axis`: the column holds names, months, numbers ...; `role`: numerator denominator percent target rank
    ignore; `other`: the second reading of an ambiguous indicator; `own_sasaran`: a denominator that stands inside
    an indicator's block; `unknown`: words without a meaning (then the column is not read).
    """

    axis: str = ""
    role: str = ""
    indicator: str = ""
    other: str = ""
    population: str = ""
    basis: str = ""
    sex: str = ""
    month: int = 0
    months: tuple[int, int] | None = None
    year: int = 0
    family: str = ""
    unknown: tuple[str, ...] = ()
    note: str = ""
    counts: bool = False  # one spelling names the indicator and the population: "balita ditimbang"
    sasaran: bool = False  # the head itself says that it is what is measured against
    share: bool = False  # "cakupan": the percent where another column holds the number
    divides: str = ""  # the population that the indicator's number is for other indicators
    several: bool = False  # of a title: it names another indicator as well, so a column that names none is not of this one
    bare: bool = False  # nothing but a period, a sex, a basis or a role: the indicator is said elsewhere

    @property
    def measures(self) -> bool:
        """True where the column holds numbers that belong to an indicator or to a sasaran."""
        return not self.axis and not self.unknown and self.role not in ("ignore", "rank")


@dataclass(eq=False)
class Reader:
    """Understands paths and remembers them; paths of heads, and texts of nothing but the field's own words, from report to report:
    never a person."""

    words: Vocabulary
    seen: dict[tuple[str, ...], Meaning] = field(default_factory=dict)
    said: dict[tuple[str, ...], Said] = field(default_factory=dict)
    cut: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[tuple[str, str, bool], str] = field(default_factory=dict)  # row labels of this report, by level and whether numbered
    axis_words: dict[str, bool] = field(default_factory=dict)  # whether a word of this report may head a name column
    anchors: dict[str, bool] = field(default_factory=dict)  # whether a text of this report heads a name column
    periods: dict[str, Period] = field(default_factory=dict)  # of titles, which tables of one sheet share
    confirmed: set[tuple[str, ...]] = field(default_factory=set)  # the heads whose meaning somebody confirmed
    titles: dict[str, str] = field(default_factory=dict)  # and the titles, without their period, by what is confirmed
    forms: Remembered = field(init=False)  # from report to report, until somebody's confirmation says otherwise

    def __post_init__(self) -> None:
        self.forms = remembered(self.words)

    def meaning(self, path: tuple[str, ...]) -> Meaning:
        """What the path means."""
        known = self.seen.get(path)
        if known is None:
            known = self.forms.meanings.get(path)
            if known is None:
                known = self._of_its_people(meaning_of(self.understood(path), len(path)), path)
                known = by_told_code(path, known, self) if known.unknown else known
                known = of_a_list(path, known, self) if known.unknown and len(path) == 1 else known
                known = of_two_heads(path, known, self) if known.role == "denominator" and known.sasaran else known
                if known.unknown and len(path) > 1:
                    known = by_plainer_groups(path, known, self)
                    known = of_a_bracketed_basis(path, known, self) if known.unknown else known
                known = without_rate(path, known, self) if known.unknown and any(sign in path[-1] for sign in "%([=") else known
                known = of_later_doses(path, of_those_immunised(path, of_letters(path, of_cut_offs(path, known, self), self), self), self)
                known = of_the_served(path, of_their_unit(path, known, self), self) if known.role == "denominator" else known
                known = of_the_measured(path, known, self) if known.population else known
                if all(self.words.knows(self.tokens(text)) for text in path):
                    self.forms.keep(path, known)
            self.seen[path] = known
        return known

    def _of_its_people(self, meaning: Meaning, path: tuple[str, ...]) -> Meaning:
        """The meaning, not understood where it names people or places that its indicator does not count: vitamin A of the stunted."""
        code, population = meaning.indicator, meaning.population
        if (code or population) and (wrong := in_part(code, path, self)):
            return replace(meaning, unknown=(wrong,))
        lists = self.words.lists
        if not (code and population) or meaning.role not in ("", "numerator", "percent"):
            return meaning
        if of_youngest(code, population, path, self):
            return replace(meaning, unknown=(population,))
        if meaning.counts:
            return meaning
        own = [*lists["penyebut"].get(code, ()), *lists["penyebut"].get(meaning.other, ())]
        groups = {name: group for group, names in lists["kelompok"].items() for name in names}
        here = {groups.get(name, "") for name in own} or {""}
        others = lists["orang_lain"]
        if (young := of_young(code, population, lists)) is not None:
            return replace(meaning, indicator=young) if young else replace(meaning, unknown=(population,))
        part = population in others["sempit"] and population not in own
        part = part or population in lists["judul_sebagian"]["kelas"].get(code, ())
        wrong = part or groups.get(population, "") and "" not in here and groups[population] not in here
        return replace(meaning, unknown=(population,)) if wrong else meaning

    def head(self, path: tuple[str, ...]) -> Meaning:
        """What the path of a column's head means; remembered beyond this report."""
        known = self.seen.get(path)
        if known is None:
            known = self.meaning(path)
            self.forms.keep(path, known)
        return known

    def understood(self, path: tuple[str, ...]) -> Said:
        """The path's words with what they mean."""
        known = self.said.get(path)
        if known is None:
            of_field = self.words.knows(token for text in path for token in self.tokens(text))
            known = self.said[path] = self.forms.understood(path, lambda: understand(path, self.words), keep=of_field)
        return known

    def text(self, text: str) -> Meaning:
        """What one text means by itself."""
        return self.meaning((text,))

    def stays_unknown(self, text: str) -> bool:
        """True for a text that holds a word of no meaning, which nobody explained: spares a closer look."""
        return (text,) not in self.seen and stays_unknown(self.tokens(text), self.words)

    def tokens(self, text: str) -> list[str]:
        """The words of a text with the synonyms put in."""
        known = self.cut.get(text)
        if known is None:
            known = self.forms.tokens.get(text)
            if known is None:
                known = self.words.tokens(text)
                if self.words.knows(known):
                    self.forms.keep_tokens(text, known)
            self.cut[text] = known
        return known

    def may_head_names(self, word: str) -> bool:
        """True for a word that may head a column of areas, months or indicators: spares a closer look at all others."""
        known = self.axis_words.get(word)
        if known is None:
            kept = self.forms.axis_words if self.words.knows((word,)) else self.axis_words
            known = kept.get(word)
            if known is None:
                known = kept[word] = self.words.may_head_names(word)
            self.axis_words[word] = known
        return known

    def period(self, title: str) -> Period:
        """The period that a title speaks of."""
        known = self.periods.get(title)
        if known is None:
            known = self.periods[title] = self.forms.period(title, lambda: period_of_text(title, self.words), self)
        return known


def _deepest(values: list[tuple], default=""):  # noqa: ANN001, ANN202
    """The value said deepest in the path, among equals the longest spelling's."""
    return max(values, key=lambda each: (each[1], each[2]))[0] if values else default


def _indicator(said: Said) -> tuple[str, str, int, bool]:
    """(code, second reading, depth, ambiguous) of the indicator that the path names."""
    named = [each for each in said.found if "indicator" in each.means]
    if not named:
        return "", "", -1, False
    depth = max(each.depth for each in named)
    deepest = [each for each in named if each.depth == depth]
    deepest = [each for each in deepest if "weak" not in each.means] or deepest
    longest = max(len(each.places) for each in deepest)
    codes = {each.means["indicator"] for each in deepest if len(each.places) == longest}
    chosen = next(each for each in deepest if len(each.places) == longest)
    codes |= {each.means["indicator"] for each in deepest if set(each.places).isdisjoint(chosen.places)}
    return chosen.means["indicator"], chosen.means.get("or", ""), depth, len(codes) > 1


def _role(said: Said) -> str:
    """The deepest role; at one depth: ignore, target and rank before percent, percent before the rest.

    Under a target or a sasaran a plain "abs" or "%" says only how that is written.
    """
    order = {"ignore": 5, "rank": 4, "target": 3, "percent": 2, "denominator": 1, "numerator": 0}
    roles = said.of("role")
    if any(role in ("ignore", "rank") for role, _, _ in roles):
        return "ignore" if any(role == "ignore" for role, _, _ in roles) else "rank"
    if not roles:
        return ""
    plain = {each.depth for each in said.found if "plain" in each.means}
    above = [(role, depth) for role, depth, _ in roles if depth not in plain]
    if plain and above:
        role, depth = max(above, key=lambda each: (each[1], order[each[0]]))
        if role in ("target", "denominator") and depth < min(plain):
            share = any(each.means.get("plain") and each.means["role"] == "percent" for each in said.found)
            return "target" if share else role
    return max(roles, key=lambda each: (each[1], order[each[0]]))[0]


def meaning_of(said: Said, depth: int) -> Meaning:
    """The meaning of a path of `depth` texts from what its words say."""
    said = said.without_own_parts()
    axis = [each for each in said.of("axis") if each[0] not in ("month", "year") or not said.of(each[0])]  # "Bulan Mei" heads its numbers
    code, other, code_depth, ambiguous = _indicator(said)
    population, population_depth, _ = max(
        said.of("population"), key=lambda each: (each[1], each[2]), default=("", -1, 0)
    )
    sasaran = any(role == "denominator" for role, _, _ in said.of("role"))
    role, role_depth = _role(said), max((each[1] for each in said.of("role")), default=-1)
    unknown = tuple(word for word, _ in said.unknown)
    says = {
        "basis": _basis(said, depth), "sex": _deepest(said.of("sex")), "month": _deepest(said.of("month"), 0),
        "months": _months(said), "year": _deepest(said.of("year"), 0), "family": _deepest(said.of("family")),
        "note": _deepest(said.of("meaning")),
    }  # fmt: skip
    if axis and not (code or population or role or unknown) and max(each[1] for each in axis) == depth - 1:
        levels = [each[0] for each in axis]
        return Meaning(axis=levels[0] if levels[0] not in AREA_LEVELS else max(levels, key=_fineness), **says)
    if ambiguous:
        return Meaning(unknown=("?",), **says)
    if population and not code and not role and any(depth >= population_depth for _, depth, _ in said.of("family")):
        unknown = unknown or ("?",)  # "Vit A balita": who had it, not whom it is measured against
    if population and (not code or population_depth > code_depth) and role in ("", "denominator"):
        called = said.sasaran == population_depth and not _codes_below(said, population_depth)
        role = "denominator" if role or called or _counts_people(population_depth, role_depth, said) else role
    if population and code and population_depth == code_depth and role == "denominator":
        code = "" if not _names_itself(said, code) else code
    bare = not code and not population and not role and not says["family"]
    if bare and any(each[0] == "posyandu" for each in axis):
        unknown = unknown or ("posyandu",)  # "Posyandu ILP" over "Jml" counts posyandu, of whatever the title speaks
    if code and not role and any("ratio" in each.means and each.depth == code_depth for each in said.found):
        role = "percent"
    counts = any("indicator" in each.means and "population" in each.means for each in said.found)
    return Meaning(
        role=role, indicator=code, other=other, population=population, unknown=unknown,
        bare=bare, counts=counts, share=bool(said.of("share")), sasaran=sasaran,
        divides=_deepest(said.of("divides")), **says,
    )  # fmt: skip


def _basis(said: Said, depth: int) -> str:
    """The basis that is said deepest; "capaian tahun" only in the last text, and not of a year that follows."""
    timed = any(said.of(name) for name in ("year", "month", "months"))
    found = [each for each in said.found if "basis" in each.means and not ("leaf" in each.means and (timed or each.depth != depth - 1))]
    return _deepest([(each.means["basis"], each.depth, len(each.places)) for each in found])


def _codes_below(said: Said, depth: int) -> bool:
    """True where an indicator is named deeper than a sasaran, which then only heads the group."""
    return any("indicator" in each.means and each.depth > depth for each in said.found)


def _counts_people(population_depth: int, role_depth: int, said: Said) -> bool:
    """True where a population stands alone: no basis or month beneath it makes it a number of an indicator."""
    deeper = [depth for name in ("basis", "month", "months") for _, depth, _ in said.of(name)]
    return role_depth <= population_depth and not any(depth > population_depth for depth in deeper)


def _names_itself(said: Said, code: str) -> bool:
    """True where the indicator's words are not also the population's words."""
    return any(each.means.get("indicator") == code and "population" not in each.means for each in said.found)


def _months(said: Said) -> tuple[int, int] | None:
    """The tribulan, semester or range that is said, unless a month beneath it is meant."""
    found = [each for each in said.of("months") if all(depth <= each[1] for _, depth, _ in said.of("month"))]
    return tuple(_deepest(found)) if found else None


def _fineness(level: str) -> int:
    return AREA_LEVELS.index(level) if level in AREA_LEVELS else -1
