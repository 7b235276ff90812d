"""Step one: the segment, who of it may be written to, and who may not and why."""

import streamlit as st

from analytics import labels
from analytics.outreach import segments
from analytics.outreach.mailing import Sorted
from analytics.outreach.people import MOST_PEOPLE, Chosen
from analytics.outreach.segments import Rule
from analytics.outreach.sizes import keep_sizes, sizes, written
from pages.ui import outreach_begin, outreach_lists, outreach_state, session

SIZES_SHOWN = 6
PARTS = {
    "any_of": "In any of these groups",
    "all_of": "and in every one of these",
    "none_of": "but in none of these",
}


def show() -> None:
    """Choose the people, see who is left out, then begin the campaign or change it."""
    if not outreach_state.groups():
        st.info(
            "There are no groups to choose from yet. They come with a list of orders, jobs or invoices, or of leads."
        )
        return
    rule = _choose()
    if rule.is_empty:
        st.info(
            "Choose at least one group. Good ones to begin with: Vital few, or Happy, came back, never asked for a "
            "name."
        )
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
    _offer_saved(place)
    picked = {"any_of": _pick("any_of", place, counts)}
    narrowed = bool(st.session_state[_key("all_of", place)] or st.session_state[_key("none_of", place)])
    with st.expander("Narrow it down", expanded=narrowed, icon=":material/filter_list:"):
        picked |= {part: _pick(part, place, counts) for part in ("all_of", "none_of")}
    rule = Rule(**{part: tuple(chosen) for part, chosen in picked.items()})
    _offer_saving(rule, place)
    return rule


def _pick(part: str, place: str, counts: dict[str, int]) -> list[str]:
    """The groups of one part of the rule; not a box of tags, which nobody can read in the dark (contrast 1.8 to 1)."""
    key = _key(part, place)
    # A group may be empty by now; what was chosen stays chosen.
    options = list(dict.fromkeys([*counts, *st.session_state[key]]))
    return st.pills(
        PARTS[part],
        options,
        selection_mode="multi",
        key=key,
        format_func=lambda group: labels.markdown(f"{group} ({counts.get(group, 0):,})"),
    )


def _begin_with(rule: Rule, place: str) -> None:
    for part in PARTS:
        st.session_state.setdefault(_key(part, place), list(getattr(rule, part)))


def _offer_saved(place: str) -> None:
    kept = segments.saved(outreach_state.entries())
    if not kept:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Saved segments", list(kept), key=f"saved-{place}", format_func=labels.plain, width=320)
        st.button("Use it", on_click=_use, args=(kept[name].rule, place), icon=":material/input:")
        st.button(
            "Take it back",
            on_click=outreach_state.undo,
            args=((*kept[name].entry_ids, *written(outreach_state.entries(), name)),),
            icon=":material/undo:",
            help="The name goes from the list; nobody's data changes.",
        )
    _show_sizes(name)


def _show_sizes(name: str) -> None:
    """How many people were in a saved segment, the newest first."""
    found = sizes(outreach_state.entries(), name)[::-1][:SIZES_SHOWN]
    if found:
        told = [f"{each.person_count:,} on {each.day:%Y-%m-%d}" for each in found]
        st.caption(f"People in it, by the last day of the data: {', '.join(told)}.")


def _offer_saving(rule: Rule, place: str) -> None:
    if rule.is_empty:
        return
    with st.popover("Save this segment", icon=":material/bookmark_add:"):
        st.caption(labels.markdown(f"Everybody {rule.sentence()}."))
        name = st.text_input("Name", key=f"name-{place}", max_chars=segments.LONGEST_NAME)
        st.button("Save it", on_click=_save, args=(name, rule), disabled=not name.strip(), type="primary")


def _use(rule: Rule, place: str) -> None:
    for part in PARTS:
        st.session_state[_key(part, place)] = list(getattr(rule, part))


def _save(name: str, rule: Rule) -> None:
    def save() -> None:
        outreach_state.write(segments.save(name, rule, outreach_state.who()))
        keep_sizes(session.workspace(), *outreach_state.who())

    outreach_state.trying(save)


def _show_headline(found: Chosen, apart: Sorted) -> None:
    allowed, out = len(apart.allowed), len(apart.left_out)
    if not found.count:
        st.info("Nobody is in this segment now.")
        return
    left_out = f"{out:,} {'is' if out == 1 else 'are'} left out"
    st.header(f"{outreach_state.people_count(allowed)} may be written to today; {left_out}.", anchor=False)
    if found.count > MOST_PEOPLE:
        st.caption(
            f"The segment has {found.count:,} people. The {MOST_PEOPLE:,} with the most revenue are looked at: more "
            "letters than that cannot be read one by one."
        )
    if not allowed:
        st.info("Everybody in this segment is left out. The reasons are below; the phone list may help.")


def _key(part: str, place: str) -> str:
    return f"outreach-{part}-{place}"
