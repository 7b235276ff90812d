"""Owns the three years of the made-up company: first day, last day, working days and the mild season."""

import random
from datetime import date, datetime, time, timedelta

FIRST_DAY = date(2023, 11, 1)
LAST_DAY = date(2026, 10, 30)
EXPORT_DAYS = tuple(LAST_DAY - timedelta(days=14 * back) for back in (5, 4, 3, 2, 1, 0))

# How busy each month is against the mean month; mild on purpose, a season that a chart shows and a test can miss.
SEASON = {1: 0.82, 2: 0.82, 3: 0.98, 4: 1.1, 5: 1.1, 6: 1.0, 7: 0.95, 8: 1.0, 9: 1.12, 10: 1.18, 11: 1.08, 12: 0.85}


def later(day: date, days: float) -> date:
    """The day so many days later, moved from a weekend to the Monday after."""
    moved = day + timedelta(days=round(days))
    return moved + timedelta(days=(7 - moved.weekday()) if moved.weekday() > 4 else 0)


def between(rng: random.Random, first: date, last: date) -> date:
    """A working day from first to last (both counted), busier months more often; last when the range is empty."""
    for _ in range(200):
        day = first + timedelta(days=int(rng.random() * max((last - first).days + 1, 1)))
        if day.weekday() < 5 and rng.random() * 1.2 < SEASON[day.month]:
            return day
    return last


def at_work(rng: random.Random, day: date) -> datetime:
    """A moment between 7:30 and 17:30 of the day."""
    return datetime.combine(day, time(7, 30)) + timedelta(minutes=int(rng.random() * 600))


def months(first: date, last: date) -> list[date]:
    """First day of every month from the month of first to the month of last."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]
