"""The estimated number of the ill, with the rate or the sum that it is reckoned by in its head: "Perkiraan pneumonia balita (3,61 %)",
"Target penemuan (10 % x 270/1000)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lokmin_data.reading.words.tokens import without_percent
from lokmin_data.reference.populations import populations

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

#: So the label of such people begins, or their code where they are no sasaran of the catalogue.
ESTIMATE = "estimasi"
#: How it is reckoned, told behind its name: "(10 % x 270/1000)", "(20% x 843/1000 x jml balita)".
_RECKONED = re.compile(r"\s*[(\[]\s*\d[\d.,\s%‰/:]*[x×*][^()\[\]]*[)\]]\s*$", re.IGNORECASE)


def without_rate(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the path without the rate behind its last text where this is the estimate of a disease; a percent of
    other people ("Penduduk 20 %") is a part of them."""
    plain = without_percent(_RECKONED.sub("", path[-1]))
    if not plain.strip() or plain == path[-1]:
        return known
    other = reader.meaning((*path[:-1], plain))
    label = populations()[other.population].label if other.population in populations() else other.population
    estimated = label.casefold().startswith(ESTIMATE)
    return other if estimated and other.role == "denominator" and not (other.unknown or other.indicator) else known
