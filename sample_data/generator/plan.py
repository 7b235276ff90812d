"""Owns the planted numbers: how many people reach each link of each path, and what each industry is like."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PathPlan:
    """People of one path: `settled` are old enough for every link to be over, `fresh` are still in play.

    nurtured, asked, sold : of the settled; each a part of the one before.
    straight, straight_sold : settled people asked without any nurturing; on top of `asked` and `sold`.
    """

    path: str
    settled: int
    nurtured: int
    asked: int
    sold: int
    fresh: int
    straight: int = 0
    straight_sold: int = 0


PATHS = (
    PathPlan("Networking", 192, 154, 35, 17, 18),
    PathPlan("Content", 174, 132, 92, 42, 16),
    PathPlan("Ads", 184, 138, 97, 23, 16),
    PathPlan("Speaking", 39, 33, 26, 16, 5),
    PathPlan("Referral", 99, 80, 57, 30, 11, straight=4, straight_sold=2),
    PathPlan("Outbound", 120, 86, 60, 27, 10),
    PathPlan("Walk-in", 13, 9, 7, 3, 3),
)
OLD_CUSTOMER_COUNT = 240
OLD_CUSTOMER_PATHS = {
    "Referral": 0.28,
    "Networking": 0.27,
    "Content": 0.15,
    "Ads": 0.12,
    "Outbound": 0.1,
    "Walk-in": 0.05,
    "Speaking": 0.03,
}


@dataclass(frozen=True)
class Industry:
    """How one kind of customer buys: share of leads and old customers, buildings, chance and pace of coming back.

    comes_back : chance of ever ordering again, by what the first order was: an opener (gutter cleaning,
                 inspection plan), a middle product, or a full roof replacement.
    gap_days   : usual days between orders of those who come back.
    first      : weights of the first product, in the order of words.PRODUCTS.
    """

    share: float
    sites: tuple[int, int]
    comes_back: tuple[float, float, float]
    gap_days: float
    first: tuple[int, ...]


OPENERS = ("Gutter cleaning", "Roof inspection plan")
INDUSTRIES = {
    "Property management": Industry(0.18, (4, 18), (0.96, 0.88, 0.6), 75, (30, 24, 24, 10, 8, 4)),
    "Education": Industry(0.09, (2, 6), (0.8, 0.5, 0.14), 165, (20, 22, 24, 12, 12, 10)),
    "Retail": Industry(0.13, (1, 4), (0.66, 0.3, 0.08), 190, (20, 12, 26, 14, 12, 16)),
    "Warehouse & logistics": Industry(0.11, (1, 3), (0.68, 0.3, 0.08), 185, (14, 18, 22, 10, 20, 16)),
    "Restaurant": Industry(0.1, (1, 1), (0.48, 0.2, 0.05), 210, (24, 8, 32, 14, 8, 14)),
    "Office": Industry(0.12, (1, 1), (0.48, 0.2, 0.05), 215, (22, 14, 24, 14, 10, 16)),
    "Homeowner": Industry(0.27, (1, 1), (0.2, 0.07, 0.02), 290, (24, 4, 20, 18, 0, 34)),
}
REPEAT_WEIGHTS = {
    "Gutter cleaning": 30,
    "Roof inspection plan": 20,
    "Leak repair": 26,
    "Gutter replacement": 11,
    "Flat roof coating": 9,
    "Full roof replacement": 4,
}


@dataclass(frozen=True)
class Price:
    """Usual money of one job on one building and the share of it that the work costs us."""

    amount: float
    cost_share: float


PRICES = {
    "Gutter cleaning": Price(620, 0.5),
    "Roof inspection plan": Price(880, 0.42),
    "Leak repair": Price(1850, 0.58),
    "Gutter replacement": Price(4300, 0.66),
    "Flat roof coating": Price(9800, 0.7),
    "Full roof replacement": Price(18500, 0.78),
}
LARGEST_CUSTOMER = "Harborline Property Group"
LARGEST_SITES = 42
