"""A campaign on screen, step by step: whom, the letters, sending, talks, results, the buyers' words."""

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from pages.ui import (
    outreach_letters,
    outreach_results,
    outreach_send,
    outreach_state,
    outreach_talks,
    outreach_whom,
)
from pages.ui.lacking import show_error

STEPS = {
    "Whom": outreach_whom.show,
    "Letters": outreach_letters.show,
    "Send": outreach_send.show,
    "Talks": outreach_talks.show,
    "Results": outreach_results.show,
    "Their words": outreach_results.show_words,
}


def show() -> None:
    """The campaign that is chosen, and the step of it that is chosen."""
    st.caption(
        "One letter to the people of one segment. Nothing is sent from here: you take the drafts to your own mail "
        "program. The filters above do not change who is chosen."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _choose_campaign()
        step = st.segmented_control(
            "Step", list(STEPS), default="Whom", required=True, key="step", bind="query-params", wrap=True
        )
    outreach_state.show_problem()
    try:
        STEPS[step]()
    except GleanerError as error:
        show_error(error)


def _choose_campaign() -> None:
    names = list(outreach_state.campaigns())
    outreach_state.keep_choice(names)
    st.selectbox(
        "Campaign",
        [outreach_state.NEW, *names],
        format_func=lambda name: labels.plain(name),
        key=outreach_state.CAMPAIGN,
        bind="query-params",
        width=280,
    )
