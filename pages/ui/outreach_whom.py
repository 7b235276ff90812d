"""Step one: the segment, who of it may be written to, and who may not and why."""

import streamlit as st

from analytics import labels
from analytics.outreach.mailing import Sorted
from analytics.outreach.people import MOST_PEOPLE, Chosen
from analytics.outreach.rule import SAVED, Rule
from pages.ui import outreach_begin, outreach_lists, outreach_saved, outreach_state

PARTS = {
    "any_of": "In any of these groups",
    "all_of": "and in every one of these",
    "none_of": "but in none of these",
}

GOOD_TO_BEGIN_WITH = ("Vital few", "Happy, came back, never asked for a name")


def show() -> None:
    """Choose the people, see who is left out, then begin the campaign or change it."""
    if not outreach_state.groups():
        st.info(
            "There are no groups to choose from yet. They come with a list of orders, jobs or invoices, or of leads."
        )
        return
    rule = _choose()
    if rule.is_empty:
        good = " or ".join(f"'{name}'" for name in GOOD_TO_BEGIN_WITH if outreach_state.groups().get(name))
        st.info(f"Choose at least one group.{f' Good to begin with: {good}.' if good else ''}")
        return
    campaign = outreach_state.campaign()
    name = campaign.name if campaign else ""
    found, apart = outreach_state.chosen(rule, name), outreach_state.sorted_out(rule, name)
    _show_headline(found, apart)
    outreach_begin.show(rule)
    outreach_lists.show(apart, found)
    outreach_lists.show_how_chosen(rule, name)


def _choose() -> Rule:
    """The segment as the three boxes say; a saved one fills them."""
    campaign = outreach_state.campaign()
    place = campaign.name if campaign else ""
    counts = outreach_state.groups()
    _begin_with(campaign.rule if campaign else Rule(), place)
    outreach_saved.offer(place, _use)
    picked = {"any_of": _pick("any_of", place, counts)}
    narrowed = bool(st.session_state[_key("all_of", place)] or st.session_state[_key("none_of", place)])
    with st.expander("Narrow it down", expanded=narrowed, icon=":material/filter_list:"):
        picked |= {part: _pick(part, place, counts) for part in ("all_of", "none_of")}
    rule = Rule(**{part: tuple(chosen) for part, chosen in picked.items()}, saved=outreach_saved.rules())
    # The campaign keeps the saved segments as they were when it began.
    rule = campaign.rule if campaign and campaign.rule == rule else rule
    outreach_saved.offer_saving(rule, place)
    return rule


def _pick(part: str, place: str, counts: dict[str, int]) -> list[str]:
    """The groups of one part of the rule; not a box of tags, which nobody can read in the dark (contrast 1.8 to 1)."""
    key = _key(part, place)
    # A group may be empty by now; what was chosen stays chosen.
    kept = [f"{SAVED}{name}" for name in outreach_saved.rules()]
    options = list(dict.fromkeys([*counts, *kept, *st.session_state[key]]))
    return st.pills(
        PARTS[part],
        options,
        selection_mode="multi",
        key=key,
        # Whoever looks at the letters meanwhile finds the people still chosen.
        persist_state="session",
        format_func=lambda group: labels.markdown(group if group in kept else f"{group} ({counts.get(group, 0):,})"),
    )


def _begin_with(rule: Rule, place: str) -> None:
    for part in PARTS:
        st.session_state.setdefault(_key(part, place), list(getattr(rule, part)))


def _show_headline(found: Chosen, apart: Sorted) -> None:
    if not found.count:
        st.info("Nobody is in this segment now.")
        return
    st.header(_told(apart), anchor=False)
    if found.count > MOST_PEOPLE:
        st.caption(
            f"The segment has {found.count:,} people. The {MOST_PEOPLE:,} with the most revenue are looked at: more "
            "letters than that cannot be read one by one."
        )
    if not apart.allowed and not apart.written_to:
        st.info("Everybody in this segment is left out. The reasons are below; the phone list may help.")


def _told(apart: Sorted) -> str:
    """How many were written to in this campaign already, how many more may be, how many are left out."""
    written, allowed, out = len(apart.written_to), len(apart.allowed), len(apart.left_out)
    left_out = f"{out:,} {'is' if out == 1 else 'are'} left out"
    if not written:
        return f"{outreach_state.people_count(allowed)} may be written to today; {left_out}."
    done = f"{outreach_state.people_count(written)} {'was' if written == 1 else 'were'} written to in this campaign"
    return f"{done}; {allowed or 'nobody'} more may be written to today; {left_out}."


def _use(rule: Rule, place: str) -> None:
    for part in PARTS:
        st.session_state[_key(part, place)] = list(getattr(rule, part))


def _key(part: str, place: str) -> str:
    return f"outreach-{part}-{place}"
