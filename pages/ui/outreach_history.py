"""What was written down, newest first, each with its undo."""

from collections.abc import Sequence

import streamlit as st

from analytics import labels
from analytics.outreach.campaigns import Campaign
from analytics.outreach.history import Written, steps
from analytics.questions.entry_words import GUIDE, LEFT
from analytics.workspace import Entry
from pages.ui import outreach_state

SHOWN = 20


def show(campaign: Campaign, kinds: Sequence[str], title: str, about: tuple[str, str] | None = None) -> None:
    """The steps of a campaign of these kinds; of one person where one is named.

    about : table and id of the person.
    """
    entries = outreach_state.entries()
    if about:
        entries = [entry for entry in entries if (entry.source_table, entry.source_ref) == about]
    found = steps(entries, campaign.name, kinds)
    if not found:
        return
    st.subheader(title, anchor=False)
    for step in found[:SHOWN]:
        with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(_text(step, alone=about is not None))
            st.button(
                "Undo",
                key=f"undo-{step.entry_ids[0]}",
                on_click=outreach_state.undo,
                args=(step.entry_ids,),
                icon=":material/undo:",
                type="tertiary",
            )
    if len(found) > SHOWN:
        st.caption(f"And {len(found) - SHOWN:,} before these.")


def _text(step: Written, alone: bool) -> str:
    when = f"{step.written_at:%Y-%m-%d, %H:%M} UTC, {labels.markdown(step.written_by)}"
    lines = [_line(entry) for entry in step.entries] if alone else _counted(step)
    return "\n\n".join([f":small[:gray[{when}]]", *lines])


def _counted(step: Written) -> list[str]:
    sent, held = step.count("sent"), step.count("held_out")
    told = f"{sent:,} {'letter' if sent == 1 else 'letters'} marked as sent"
    return [f"{told}, {held:,} held out" if held else told]


def _line(entry: Entry) -> str:
    said = " ".join(filter(None, (_value(entry), entry.note)))
    label = GUIDE.get(entry.value or "", LEFT[entry.kind]) if entry.kind == "answered" else LEFT[entry.kind]
    return f"**{labels.markdown(label)}** {labels.markdown(said)}" if said else f"**{label}**"


def _value(entry: Entry) -> str | None:
    if entry.kind in ("answered", "sent") or entry.value is None:
        return None
    if entry.kind == "upsell":
        return f"({float(entry.value):,.2f})"
    return entry.value.replace("T", " ")
