"""Whether a sasaran is of the people whom an indicator counts, or of others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any


def people_of(lists: Mapping[str, Any]) -> Callable[[str, str], bool]:
    """(population, indicator) -> True where the population is of another group than all those whom the indicator may be
    measured against: toddlers are no sasaran of the cases of all ages, infants none of K4, the pneumonia expected none of
    coughs.  `lists`: the plain lists of the vocabulary."""
    groups = {name: group for group, names in lists["kelompok"].items() for name in names}
    divisors, ill, expected = lists["penyebut"], lists["kelompok_penderita"], lists["kelompok_perkiraan"]["sasaran"]

    @cache
    def others(population: str, code: str) -> bool:
        """True for other people than those of the indicator; False where nothing is known of either."""
        usual = divisors.get(code, ())
        if population in expected:
            return code in divisors and population not in usual
        if not usual or population in usual or population not in groups:
            return False
        own = {groups[name] for name in usual if name in groups}.union(ill.get(code, ()))
        return groups[population] not in own

    return others
