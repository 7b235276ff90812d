"""Owns the counts where nobody is known (ads, videos) and the monthly quotas."""

import random
from dataclasses import dataclass
from datetime import date

from sample_data.generator import words
from sample_data.generator.days import FIRST_DAY, LAST_DAY, SEASON, months


@dataclass(frozen=True)
class MonthCount:
    """One campaign in one month; a count that the tool does not give is None."""

    path: str
    campaign: str
    month: date
    impressions: int | None
    clicks: int | None
    video_views: int | None
    spend_cents: int


def make_counts() -> list[MonthCount]:
    """Two ad campaigns and the video channel, each month of the three years."""
    rng = random.Random("gleaner counts")
    rows = []
    for month in months(FIRST_DAY, LAST_DAY):
        busy = SEASON[month.month]
        for campaign, usual, price in (("Search - roof repair", 21000, 310), ("Social - before and after", 64000, 55)):
            impressions = int(usual * busy * rng.uniform(0.85, 1.2))
            clicks = int(impressions * rng.uniform(0.011, 0.016))
            rows.append(MonthCount("Ads", campaign, month, impressions, clicks, None, clicks * price // 2))
        views = int(1400 * busy * rng.uniform(0.8, 1.3))
        rows.append(MonthCount("Content", "Roof videos", month, None, None, views, rng.randint(180, 420) * 100))
    return rows


def make_quotas() -> list[tuple[str, date, int]]:
    """Salesperson, month and whole dollars, to the end of the last year."""
    base = dict(zip(words.SALESPEOPLE, (84000, 76000, 70000, 60000, 18000), strict=True))
    return [
        (name, month, round(amount * (1 + 0.08 * (month.year - 2024)) * SEASON[month.month] / 500) * 500)
        for month in months(FIRST_DAY, date(LAST_DAY.year, 12, 31))
        for name, amount in base.items()
    ]
