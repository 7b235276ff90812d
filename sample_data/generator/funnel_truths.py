"""Owns the planted truths about the paths, as numbers."""

from collections.abc import Callable, Iterable

from sample_data.generator.crm import linked_by
from sample_data.generator.leads import SETTLED_UNTIL, Lead
from sample_data.generator.plan import PATHS
from sample_data.generator.world import World

COUNTED = f"leads that came in up to {SETTLED_UNTIL}; nurtured, asked, sold = at least one such touch"


def paths(world: World) -> dict:
    """Every path, settled people and people in play apart."""
    expected = {}
    for plan in PATHS:
        people = [lead for lead in world.leads if lead.path == plan.path]
        expected[plan.path] = {
            **_links(lead for lead in people if lead.fate != "fresh"),
            "in_play": sum(lead.fate == "fresh" for lead in people),
            "in_play_asked": sum(lead.fate == "fresh" and lead.asked is not None for lead in people),
        }
    says = "Seven paths; people of the last eleven weeks are still in play on every one of them."
    return {"says": says, "counted": COUNTED, "expected": expected}


def missing_link(world: World) -> dict:
    """Networking people are seldom asked."""
    says = "Networking people are nurtured but seldom asked; those asked buy as often as elsewhere."
    return {"says": says, "counted": COUNTED, "expected": _against_others(world, "Networking")}


def leak(world: World) -> dict:
    """Ads: asks convert at half the rate of the other paths."""
    says = "On Ads people are asked as often as elsewhere, but half as many say yes."
    return {"says": says, "counted": COUNTED, "expected": _against_others(world, "Ads")}


def volume(world: World) -> dict:
    """Speaking converts well, few enter."""
    says = "Speaking converts best, but few people enter it."
    return {"says": says, "counted": COUNTED, "expected": _against_others(world, "Speaking")}


def too_small(world: World) -> dict:
    """Walk-in: fewer than ten asked."""
    says = "Walk-in is too small to tell: fewer than ten nurtured and asked."
    return {"says": says, "counted": COUNTED, "expected": _against_others(world, "Walk-in")}


def clear_prospects(world: World) -> dict:
    """The open prospects whose label is beyond doubt."""
    names = {lead.lead_id: lead.contact.display_name for lead in world.leads}
    expected = {
        "opportunities": {one: names[one] for one in world.clear.opportunities},
        "one_offs": {one: names[one] for one in world.clear.one_offs},
    }
    return {
        "says": "Eight open property managers of six and more buildings with three yeses are opportunities, though "
        "they ask for a cleaning; eight homeowners who want a whole roof are one-off leads.",
        "counted": "lead id -> name; open at the last day",
        "expected": expected,
    }


def matching(world: World) -> dict:
    """How the lead list knows its buyers."""
    ways = list(linked_by(world.leads).values())
    expected = {way: ways.count(way) for way in ("id", "email", "phone", "name")}
    return {
        "says": "Leads who bought are customers by id, else only by the same e-mail, phone, or name and place.",
        "counted": "leads with status Customer",
        "expected": expected,
    }


def _against_others(world: World, path: str) -> dict:
    settled = [lead for lead in world.leads if lead.fate != "fresh"]
    return {
        "path": path,
        "this_path": _links(lead for lead in settled if lead.path == path),
        "other_paths": _links(lead for lead in settled if lead.path != path),
    }


def _links(leads: Iterable[Lead]) -> dict:
    people = list(leads)
    return {
        "leads": len(people),
        "nurtured": sum(bool(lead.nurtured) for lead in people),
        "asked": sum(lead.asked is not None for lead in people),
        "asked_without_nurturing": sum(lead.asked is not None and not lead.nurtured for lead in people),
        "sold": sum(lead.sold is not None for lead in people),
        "refused": sum(lead.refused is not None for lead in people),
    }


ALL: dict[str, Callable[[World], dict]] = {
    "paths": paths,
    "missing_link": missing_link,
    "leak": leak,
    "volume": volume,
    "too_small": too_small,
    "clear_prospects": clear_prospects,
    "matching": matching,
}
