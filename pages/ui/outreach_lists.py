"""The people of a segment as lists: left out with each reason, to write to, to call."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.outreach import binding, mailing
from analytics.outreach.mailing import Sorted
from analytics.outreach.people import Chosen
from analytics.outreach.rule import Rule
from analytics.outreach.suppression import REASONS
from pages.ui import download, outreach_refusals, outreach_state, session
from pages.ui.columns import looks_of
from pages.ui.listing import first_rows, show_table
from pages.ui.words import readable


def show(apart: Sorted, found: Chosen) -> None:
    """Who is left out and why, who may be written to, who was, whom only a call reaches; each list to take away."""
    if not found.count:
        return
    titles = [
        f"Left out ({len(apart.left_out):,})",
        f"May be written to ({len(apart.allowed):,})",
        f"Phone list ({len(apart.to_call):,})",
        *([f"Written to ({len(apart.written_to):,})"] if apart.written_to else []),
    ]
    out, to_write, to_call, *written = st.tabs(titles)
    with out:
        _show_left_out(apart)
        campaign = outreach_state.campaign()
        outreach_refusals.show(found.people, campaign.name if campaign else "")
    with to_write:
        _show_list(mailing.listed(apart.allowed), "People who may be written to", "segment-to-write")
        download.offer(mailing.listed(found.people), "segment", "Download the whole segment (CSV)", "whole")
    with to_call:
        st.caption("A letter cannot reach these or is not wanted, a call can. Nothing else stands against it.")
        _show_list(mailing.listed(apart.to_call), "People to call", "phone-list")
    for tab in written:
        with tab:
            _show_list(mailing.listed(apart.written_to), "People whom this campaign has written to", "written-to")


def _show_left_out(apart: Sorted) -> None:
    counts = {code: sum(code in {each.code for each in why} for _, why in apart.left_out) for code in REASONS}
    told = [f"{REASONS[code]}: {count:,}" for code, count in counts.items() if count]
    if told:
        several = " Some have several reasons." if sum(counts.values()) > len(apart.left_out) else ""
        st.caption(labels.markdown(f"{'; '.join(told)}.{several}"))
    if counts["cool_down"]:
        days = outreach_state.today().cool_down_days
        st.caption(f"Contacted lately means within {days} days, a limit that you can move.")
    rows = mailing.listed_with_reasons(apart.left_out)
    if not len(rows):
        st.caption("Nobody.")
        return
    # Every reason is read whole, also on a phone; e-mail and phone are in the download.
    show_table(first_rows(readable(rows[["name", "why"]]), "left-out"), {}, "People who are left out")
    download.offer(rows, "left-out", "Download this list (CSV)", "left-out")


def show_how_chosen(rule: Rule, campaign: str) -> None:
    """The SQL that chose them and its values, in a fold."""
    fold = st.expander("How was this chosen?", icon=":material/calculate:", key="how-chosen", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.text(f"Everybody {labels.plain(rule.sentence())}.")
        told = binding.chosen_by(session.store(), rule, campaign)
        st.markdown("**With these values:**")
        st.text("\n".join(f"{name} = {_on_one_line(value)}" for name, value in told.items()))
        st.markdown("**The SQL that ran:**")
        st.code(binding.sql("chosen_people"), language="sql", height=320)


def _on_one_line(value: str) -> str:
    return labels.plain("; ".join(value.strip("\n").replace("\t", " = ").split("\n"))) if value else "none"


def _show_list(rows: pd.DataFrame, title: str, name: str) -> None:
    if not len(rows):
        st.caption("Nobody.")
        return
    listed = readable(rows)
    show_table(listed, looks_of(listed), title)
    download.offer(rows, name, "Download this list (CSV)", name)
