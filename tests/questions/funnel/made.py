"""People on paths for the tests of the funnel, as an owner would type them."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.filled import FilledStore

AS_OF = date(2026, 6, 30)


@dataclass(frozen=True)
class Group:
    """People of one path who all got equally far: met a year before AS_OF, a step every `step_days` after.

    furthest : met, nurtured, asked, refused or sold.
    days_ago : how long before AS_OF they came in.
    """

    path: str
    furthest: str
    count: int
    days_ago: int = 365
    step_days: int = 7
    amount: int = 1000
    industry: str = ""


STEPS = ("met", "nurtured", "asked", "sold")


def fill(store: FilledStore, groups: list[Group]) -> FilledStore:
    """Leads, touches and orders of all the groups; the k-th group's people are named <path> k-1, k-2 ..."""
    leads, touches, orders = [], [], []
    for place, group in enumerate(groups, start=1):
        for number in range(1, group.count + 1):
            key = f"{group.path[:3]}{place}-{number}"
            days = [AS_OF - timedelta(days=group.days_ago - step * group.step_days) for step in range(4)]
            leads.append(
                f"{key} | {group.path} {place}-{number} | {key}@x.example | {group.path} | {days[0]} | {group.industry}"
            )
            furthest = "asked" if group.furthest == "refused" else group.furthest
            for step in range(1, min(STEPS.index(furthest), 2) + 1):
                link = ("nurturing", "ask")[step - 1]
                touches.append(f"{key} | {days[step]} | {group.path} | {link}")
            if group.furthest == "refused":
                touches.append(f"{key} | {days[3]} | {group.path} | no")
            if group.furthest == "sold":
                orders.append(f"o{key} | {key}@x.example | {days[3]} | {group.amount}")
    store.fill("leads", "lead_id | name | email | path | created_at | industry\n" + "\n".join(leads))
    store.fill("touches", "person | happened_at | path | link\n" + "\n".join(touches))
    return store.fill("orders", "order_id | email | ordered_at | revenue_amount\n" + "\n".join(orders))
