"""Segments that were kept under a name: used, made of one another, taken back, counted over time."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from analytics import labels
from analytics.outreach import segments
from analytics.outreach.rule import Rule
from analytics.outreach.segments import Segment
from analytics.outreach.sizes import keep_sizes, sizes, written
from pages.ui import outreach_state, session

SIZES_SHOWN = 6


def rules() -> dict[str, Rule]:
    """The rule of each, by name."""
    return segments.rules(outreach_state.entries())


def offer(place: str, use: Callable[[Rule, str], None]) -> None:
    """The segments that were kept: to use one, to take one back, how many were in it.

    use : what a click on Use it does, with the rule and the place.
    """
    kept = segments.saved(outreach_state.entries())
    if not kept:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Saved segments", list(kept), key=f"saved-{place}", format_func=labels.plain, width=320)
        st.button("Use it", on_click=use, args=(kept[name].rule, place), icon=":material/input:")
        st.button(
            "Take it back",
            on_click=_take_back,
            args=(kept[name],),
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


def offer_saving(rule: Rule, place: str) -> None:
    """Keep the rule under a name."""
    if rule.is_empty:
        return
    with st.popover("Save this segment", icon=":material/bookmark_add:"):
        st.caption(labels.markdown(f"Everybody {rule.sentence()}."))
        name = st.text_input("Name", key=f"name-{place}", max_chars=segments.LONGEST_NAME)
        st.button("Save it", on_click=_save, args=(name, rule), disabled=not name.strip(), type="primary")


def _take_back(segment: Segment) -> None:
    def take_back() -> None:
        ids = (*segment.entry_ids, *written(outreach_state.entries(), segment.name))
        check = partial(segments.check_unused, segment.name)
        session.workspace().diary.undo(ids, *outreach_state.who(), check=check)

    outreach_state.trying(take_back)


def _save(name: str, rule: Rule) -> None:
    def save() -> None:
        entry = segments.save(name, rule, outreach_state.who())
        session.workspace().diary.write(entry, check=partial(segments.check_saved, entry.topic))
        keep_sizes(session.workspace(), *outreach_state.who())

    outreach_state.trying(save)
