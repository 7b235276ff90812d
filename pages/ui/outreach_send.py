"""Step three: the letters as files, and what was sent."""

import streamlit as st

from analytics import labels
from analytics.outreach import campaigns, drafts, mailing
from analytics.outreach.campaigns import Campaign, Lots
from analytics.outreach.history import steps
from analytics.outreach.mailing import Mailing
from pages.ui import outreach_history, outreach_letters, outreach_state, session


def show() -> None:
    """Take the drafts away, then say that they were sent."""
    campaign = outreach_state.campaign()
    if campaign is None:
        st.info("Begin a campaign first, on the step Whom.")
        return
    template = mailing.templates(session.store()).get(campaign.template)
    if template is None:
        st.warning("The letter of this campaign is not there any more. Choose another on the step Letters.")
        return
    prepared = outreach_letters.prepared_for(campaign, template)
    if prepared.ready:
        _offer_files(campaign, prepared)
        _offer_marking(campaign, prepared)
    elif steps(outreach_state.entries(), campaign.name, ("sent",)):
        st.info("Every letter that was ready is marked as sent. The step Talks comes next.")
    else:
        st.info(
            "No letter is ready. The step Whom says who is left out and why, the step Letters what waits for a field."
        )
    outreach_history.show(campaign, ("sent", "held_out"), "Marked as sent")


def _offer_files(campaign: Campaign, prepared: Mailing) -> None:
    ready = len(prepared.ready)
    st.header(f"{ready:,} {'letter' if ready == 1 else 'letters'} to take away", anchor=False)
    st.caption(
        "The drafts open in Outlook, Apple Mail or Thunderbird, ready to be looked at and sent by you. "
        "The table is for a mail tool."
    )
    made = f"{session.today():%Y-%m-%d}"
    with st.container(horizontal=True):
        st.download_button(
            "Download the drafts (.eml in a zip)",
            data=lambda: drafts.to_zip(prepared.drafts()),
            file_name=f"letters-{made}.zip",
            mime="application/zip",
            on_click="ignore",
            icon=":material/drafts:",
        )
        st.download_button(
            "Download the table (CSV)",
            data=lambda: b"\xef\xbb\xbf" + drafts.to_table(prepared.drafts()).encode("utf-8", "replace"),
            file_name=f"letters-{made}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _offer_marking(campaign: Campaign, prepared: Mailing) -> None:
    st.subheader("When they are sent", anchor=False)
    people = {person.person_key: person for person, _ in prepared.ready}
    not_sent = st.multiselect(
        "Not sent after all",
        list(people),
        format_func=lambda key: labels.plain(people[key].name, 60),
        placeholder="All of them were sent",
    )
    written = tuple(person for key, person in people.items() if key not in not_sent)
    told = f"Mark {len(written):,} {'letter' if len(written) == 1 else 'letters'} as sent"
    st.button(
        told,
        type="primary",
        disabled=not written,
        on_click=_mark,
        args=(campaign, Lots(written, prepared.held_out)),
        icon=":material/mark_email_read:",
    )
    if prepared.held_out:
        held = outreach_state.people_count(len(prepared.held_out))
        st.caption(f"{held} held out by lot will be written down too, to compare with later.")


def _mark(campaign: Campaign, lots: Lots) -> None:
    # Somebody else may have marked some of them since this page was drawn.
    done = {
        (entry.source_table, entry.source_ref)
        for entry in session.workspace().diary.entries()
        if entry.topic == campaign.name and entry.kind in ("sent", "held_out")
    }
    left = Lots(*(tuple(each for each in part if each.reference not in done) for part in (lots.written, lots.held_out)))
    outreach_state.write(*campaigns.sent(campaign, left, outreach_state.who()))
