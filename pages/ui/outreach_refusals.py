"""Who asked not to be contacted, as written down on screen, and taking that back."""

from collections.abc import Sequence

import streamlit as st

from analytics import labels
from analytics.outreach import campaigns
from analytics.outreach.people import Person
from analytics.workspace import Entry
from pages.ui import outreach_state


def show(people: Sequence[Person], campaign: str) -> None:
    """Write down that somebody of these asked not to be contacted; what was written down, each with its undo.

    campaign : name of the campaign that is looked at, '' for none; the refusal holds in every campaign.
    """
    known = {person.reference: person for person in people}
    _show_form(known, campaign)
    for entry in outreach_state.entries():
        if entry.kind == "do_not_contact" and (entry.source_table, entry.source_ref) in known:
            _show_written(entry, known[entry.source_table, entry.source_ref])


def _show_form(known: dict[tuple[str, str], Person], campaign: str) -> None:
    with st.popover("Somebody asked not to be contacted", icon=":material/do_not_disturb_on:"):
        st.caption(
            "They get no letter in any campaign from now on. Those whom your files already name are left out too."
        )
        chosen = st.selectbox(
            "Who?",
            [reference for reference, person in known.items() if not person.is_do_not_contact],
            index=None,
            placeholder="Type a name",
            format_func=lambda each: labels.plain(known[each].name, 60),
            key=f"refuse-{campaign}",
        )
        st.button(
            "Write it down",
            disabled=chosen is None,
            on_click=_refuse,
            args=(known.get(chosen), campaign),
            type="primary",
        )


def _show_written(entry: Entry, person: Person) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        told = f"{person.name} asked not to be contacted: {entry.written_by}, {entry.written_at:%Y-%m-%d}."
        st.markdown(labels.markdown(told))
        st.button(
            "Undo",
            key=f"refused-{entry.entry_id}",
            on_click=outreach_state.undo,
            args=((entry.entry_id,),),
            icon=":material/undo:",
            type="tertiary",
        )


def _refuse(person: Person, campaign: str) -> None:
    outreach_state.write(campaigns.refuse(person, campaign, outreach_state.who()))
