"""In which order findings stand (docs/decisions/003)."""

from decimal import Decimal

from analytics.questions.finding import Finding, Money


def found(name: str, likely: int | None, certainty: str) -> Finding:
    money = None if likely is None else Money(Decimal(0), Decimal(likely), Decimal(2 * likely))
    return Finding("buyers/pareto", name, money, certainty, "", (), 0, "", "buyers/segments")


def test_money_by_certainty_comes_first_and_what_has_no_price_last_by_certainty():
    every = [
        found("unsure, no price", None, "low"),
        found("sure, no price", None, "high"),
        found("most likely nothing", 0, "low"),
        found("sure", 500, "high"),
        found("more and unsure", 1000, "low"),
    ]
    assert [each.sentence for each in sorted(every, key=lambda each: each.rank, reverse=True)] == [
        "sure",
        "more and unsure",
        "most likely nothing",
        "sure, no price",
        "unsure, no price",
    ]
