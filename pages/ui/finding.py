"""One finding on screen: the sentence, the money with its range, how sure, who to start with, what to do."""

import streamlit as st

from analytics import labels
from analytics.questions import charts
from analytics.questions.finding import Finding, Money

NAMED = 3
CERTAINTY = {
    "high": ("Quite sure", "green", ":material/check_circle:"),
    "medium": ("Fairly sure", "orange", ":material/adjust:"),
    "low": ("Not sure yet", "gray", ":material/help:"),
}


def show_finding(finding: Finding, link: bool = False) -> None:
    """The finding as a card; with a link to its page where it stands among others."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _money(finding.money)
            words, colour, icon = CERTAINTY[finding.certainty]
            st.badge(words, color=colour, icon=icon)
        st.markdown(f"**{labels.markdown(finding.sentence)}**")
        st.markdown(f"Next step: {labels.markdown(finding.next_step)}")
        if finding.people:
            st.markdown(_people(finding))
        st.caption(labels.markdown(finding.why_sure))
        if link:
            st.page_link(f"pages/{finding.page}.py", label="See who, and how it was computed", icon=":material/east:")


def _money(money: Money | None) -> None:
    """The likely money with its range, or that it cannot be told."""
    if money is None:
        st.badge("No price on it yet", color="gray")
        return
    st.badge(
        f"Worth {charts.range_text(money.low, money.likely, money.high)}", color="primary", icon=":material/payments:"
    )


def _people(finding: Finding) -> str:
    named = [f"- {labels.markdown(each.name)}: {labels.markdown(each.why)}" for each in finding.people[:NAMED]]
    more = finding.people_count - len(named)
    return "\n".join([*named, f"- and {more:,} more"] if more > 0 else named)
