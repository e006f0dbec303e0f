"""Those who were looked at for something, beside those who have it: "RT disurvei PHBS" beside "RT ber-PHBS"."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader


def with_examined(meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with whoever was surveyed, measured or examined for an indicator read as what it is divided by, where
    another column of the table counts the indicator and none is they themselves ("Direcall" in the group "ASI (recall)")."""
    examined, divisors = reader.words.lists["diperiksa"]["sasaran"], reader.words.lists["penyebut"]
    divided = {each.population for each in meanings if each.role == "denominator" and not each.unknown}
    looked = [
        place for place, each in enumerate(meanings)
        if each.indicator and each.population in examined and each.population in divisors.get(each.indicator, ())
        and each.role in ("", "numerator") and not (each.counts or each.unknown or each.axis or each.population in divided)
    ]  # fmt: skip
    if not looked:
        return meanings
    counted = {
        each.indicator for place, each in enumerate(meanings)
        if place not in looked and each.indicator and not each.unknown and each.role not in ("ignore", "rank", "percent", "target")
    }  # fmt: skip
    return [
        replace(each, role="denominator", indicator="", other="", divides="") if place in looked and each.indicator in counted else each
        for place, each in enumerate(meanings)
    ]
