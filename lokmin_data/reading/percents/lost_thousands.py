"""Thousands that were typed as 1.234 and 2.270, which a spreadsheet takes for 1,234 and 2,27."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.percents.proofs import HUNDRED, digits_of

#: So many digits stand behind the sign of thousands.
DIGITS, THOUSAND = 3, 1000
#: Beside more than a hundred of another desa these are rather thousands than percents.
FEW = 10


def may_be_thousands(fractions: Sequence[float]) -> bool:
    """True for fractions that were perhaps typed as thousands: nobody types 565 as 0.565, and most have three digits behind the sign."""
    digits = [digits_of(number) for number in fractions if number > 1]
    three = digits.count(DIGITS)
    return len(digits) == len(fractions) and 2 * three > len(digits) and max(digits) == DIGITS


def mixed_thousands(numbers: Sequence[float], total: float) -> bool:
    """True for fractions beside whole numbers that no percents can be together: 194 beside 1.83 (1.830); and for any that add up to the `total`
    (0 for none) only as thousands: 94 and 1.83 to 1.924, so that 1.83 and 2.27 may be those of 4.1, too."""
    fractions, whole = [number for number in numbers if number % 1], [number for number in numbers if not number % 1]
    if not fractions or min(fractions) < 1 or max(map(digits_of, fractions)) > DIGITS:
        return False
    if whole and min(whole) > HUNDRED and max(fractions) < FEW:
        return True
    summed = round(sum(map(_written, numbers)))
    return len(numbers) > 1 and bool(total) and summed in (round(total), round(total * THOUSAND))


def _written(number: float) -> float:
    return number * THOUSAND if number % 1 else number
