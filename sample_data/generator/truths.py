"""Owns truths.json: what was planted, with the exact numbers that the files must show."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from sample_data.generator import buyer_truths, deal_truths, funnel_truths, repeat_truths
from sample_data.generator.days import FIRST_DAY, LAST_DAY
from sample_data.generator.world import World


@dataclass(frozen=True)
class Truth:
    """One planted truth: a sentence, how it is counted, the exact numbers or names that the files show."""

    says: str
    counted: str
    expected: dict


def truths_file(world: World) -> bytes:
    """truths.json as bytes."""
    content = {
        "about": "Made-up data of a made-up company. Every number below is what the files show.",
        "first_day": str(FIRST_DAY),
        "as_of": str(LAST_DAY),
        "truths": {key: asdict(Truth(**make(world))) for key, make in ALL.items()},
    }
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


ALL: dict[str, Callable[[World], dict]] = {
    **buyer_truths.ALL,
    **repeat_truths.ALL,
    **funnel_truths.ALL,
    **deal_truths.ALL,
}
