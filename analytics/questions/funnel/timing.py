"""From the counts by day that funnel/diagnosis reads to how long each step takes."""

from collections import defaultdict
from dataclasses import asdict

from analytics.models.step_days import step_days

DAYS = ("median_days", "low_days", "high_days")


def timed(rows: list[dict]) -> list[dict]:
    """The rows with the days of each step beside its counts by day.

    rows : column to value of each row; day_counts holds "day:count" of each day, parted by blanks.
    """
    by_link: dict[str, dict[str, dict[int, int]]] = defaultdict(dict)
    for row in rows:
        if row["day_counts"]:
            pairs = (pair.split(":") for pair in row["day_counts"].split())
            by_link[row["link"]][row["path"]] = {int(day): int(count) for day, count in pairs}
    found = {link: step_days(counts) for link, counts in by_link.items()}
    nothing = dict.fromkeys(DAYS)
    known = {(link, path): asdict(days) for link, paths in found.items() for path, days in paths.items()}
    return [row | known.get((row["link"], row["path"]), nothing) for row in rows]
