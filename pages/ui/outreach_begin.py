"""Beginning a campaign with the segment that is chosen, changing it, and taking it back."""

from dataclasses import replace

import streamlit as st

from analytics import labels
from analytics.outreach import campaigns, mailing
from analytics.outreach.campaigns import Campaign
from analytics.outreach.rule import Rule
from analytics.outreach.segments import LONGEST_NAME
from pages.ui import outreach_saved, outreach_state, session


def show(rule: Rule) -> None:
    """The form of a new campaign, or what can be done with the one that is looked at."""
    campaign = outreach_state.campaign()
    if campaign is None:
        _show_form(rule)
        return
    _show_changes_since(campaign)
    with st.container(horizontal=True, vertical_alignment="center"):
        if campaign.rule == rule:
            st.caption(labels.markdown(f"'{campaign.name}' goes to everybody {rule.sentence()}."))
        else:
            changed = replace(campaign, rule=rule)
            st.button("Send the campaign to this segment", on_click=_keep, args=(changed,), type="primary")
        if not _has_letters(campaign):
            st.button(
                "Take the campaign back",
                on_click=outreach_state.undo,
                args=(campaign.entry_ids,),
                icon=":material/undo:",
                type="tertiary",
            )


def _show_changes_since(campaign: Campaign) -> None:
    saved = outreach_saved.rules()
    changes = campaigns.changes_since(campaign, saved)
    for sentence in changes:
        st.info(labels.markdown(sentence), icon=":material/info:")
    if changes and campaign.rule.saved.keys() <= saved.keys():
        anew = replace(campaign, rule=replace(campaign.rule, saved=saved))
        st.button("Use the segment as it is now", on_click=_keep, args=(anew,), icon=":material/update:")


def _show_form(rule: Rule) -> None:
    letter = next(iter(mailing.templates(session.store())), "")
    with st.form("begin", border=True):
        st.subheader("Begin a campaign with these people", anchor=False)
        name = st.text_input("Name of the campaign", max_chars=LONGEST_NAME, placeholder="Research, November")
        st.caption(
            "Next you choose the letter, read it for every person and say who signs it. Nothing goes out by itself."
        )
        held_out = st.checkbox(
            "Hold out one in five by lot, to see what the letter changes",
            help="They get no letter in this campaign. Later you see whether those written to ordered more often.",
        )
        if st.form_submit_button("Begin", type="primary"):
            _begin(Campaign(" ".join(name.split()), rule, letter, held_out, *outreach_state.sender()))


def _begin(campaign: Campaign) -> None:
    if campaign.name in outreach_state.campaigns() or campaign.name == outreach_state.NEW:
        st.error("There is a campaign of that name. Type another.")
        return
    if outreach_state.trying(lambda: _write(campaign)):
        # The box above is drawn already; the next run begins with these.
        st.session_state[outreach_state.BEGUN] = campaign.name
    st.rerun()


def _keep(campaign: Campaign) -> None:
    outreach_state.trying(lambda: _write(campaign))


def _write(campaign: Campaign) -> None:
    session.workspace().diary.write(campaigns.keep(campaign, outreach_state.who()))


def _has_letters(campaign: Campaign) -> bool:
    return any(
        entry.topic == campaign.name and entry.kind != campaigns.KIND and entry.kind != "segment"
        for entry in outreach_state.entries()
    )
