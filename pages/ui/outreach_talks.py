"""Step four: the talk. The guide, what they said word for word, and then one of two: more help, or names."""

from datetime import datetime, time, timedelta

import streamlit as st

from analytics import labels
from analytics.outreach import calendar, talks
from analytics.outreach.campaigns import Campaign
from analytics.outreach.people import Person
from analytics.outreach.rule import Rule
from analytics.questions.buyers.words import gave
from analytics.questions.entry_words import GUIDE
from pages.ui import outreach_history, outreach_state, session

KINDS = ("talked", "answered", "upsell", "asked_for_names", "introduced", "do_not_contact", "talk_planned", "sent")


def show() -> None:
    """Choose whom you talk to, agree a time, write down what they say."""
    campaign = outreach_state.campaign()
    if campaign is None:
        st.info("Begin a campaign first, on the step Whom.")
        return
    people = _people(campaign)
    if not people:
        st.info("Nobody to talk to yet. Mark letters as sent first; people without an e-mail can be called at once.")
        return
    _offer_calendar(campaign, people)
    talked = {
        (entry.source_table, entry.source_ref)
        for entry in outreach_state.entries()
        if entry.kind == "talked" and entry.topic == campaign.name
    }
    # By reference: what is known of a person changes with each note, the choice must not.
    known = {person.reference: person for person in people}
    chosen = st.selectbox(
        "Whom do you talk to?",
        list(known),
        format_func=lambda each: _title(known[each], each in talked),
        key=f"talk-{campaign.name}",
    )
    person = known[chosen]
    _show_known(person)
    _show_plan(campaign, person)
    _show_guide(campaign, person)
    outreach_history.show(campaign, KINDS, "Written down so far", person.reference)


def _people(campaign: Campaign) -> list[Person]:
    """Those who were written to, then those of the segment who can only be called."""
    written = outreach_state.chosen(Rule((f"Written to: {campaign.name}",)), campaign.name).people
    talked = outreach_state.chosen(Rule((f"Talked: {campaign.name}",)), campaign.name).people
    to_call = outreach_state.sorted_out(campaign.rule, campaign.name).to_call
    return list({person.reference: person for person in (*written, *talked, *to_call)}.values())


def _title(person: Person, is_talked: bool) -> str:
    state = "talked" if is_talked else "written to" if person.sent_date else "to call"
    return f"{labels.plain(person.name, 60)} ({state})"


def _show_known(person: Person) -> None:
    facts = [
        person.phone,
        person.email,
        f"{person.order_count:,} orders" if person.order_count else None,
        f"last order {person.last_order_date}" if person.last_order_date else None,
        gave(person) if person.score is not None else None,
    ]
    st.caption(labels.markdown(" | ".join(filter(None, facts)) or "Nothing more is known."))
    if person.is_do_not_contact:
        st.warning("They asked not to be contacted. Do not call.")


def _show_plan(campaign: Campaign, person: Person) -> None:
    with (
        st.expander("Agree a time for the talk", icon=":material/event:"),
        st.form(f"plan-{campaign.name}-{person.person_key}", border=False),
    ):
        left, right = st.columns(2)
        day = left.date_input("Day", session.today() + timedelta(days=2), format="YYYY-MM-DD")
        hour = right.time_input("Time", time(10, 0))
        if st.form_submit_button("Write the time down"):
            starts_at = datetime.combine(day, hour)
            outreach_state.write(talks.plan(person, campaign.name, starts_at, outreach_state.who()))
            st.rerun()


def _show_guide(campaign: Campaign, person: Person) -> None:
    with st.form(f"guide-{campaign.name}-{person.person_key}", clear_on_submit=True):
        st.subheader(labels.markdown(f"The talk with {person.name}"), anchor=False)
        st.caption("Write their words, not yours: word for word what they say.")
        answers = tuple((key, st.text_area(asked, height=90)) for key, asked in GUIDE.items())
        left, right = st.columns([3, 1])
        upsell = left.text_input("Do they need more help? With what?")
        amount = right.number_input("Worth about", min_value=0.0, value=None, step=100.0)
        st.markdown("If not, ask:")
        st.text(talks.ASK)
        names = st.text_area("Names they gave, one a line: name, how to reach them", height=110)
        asked = st.checkbox("I asked for names")
        note = st.text_input("Anything else")
        is_refused = st.checkbox("They do not want to be contacted again")
        if st.form_submit_button("Write down", type="primary"):
            told = {"note": note, "answers": answers, "upsell": upsell, "amount": amount, "asked": asked}
            _write(campaign, person, {**told, "is_refused": is_refused}, names)


def _write(campaign: Campaign, person: Person, told: dict, names: str) -> None:
    def act() -> None:
        notes = talks.Notes(**told, names=talks.introductions(names))
        written = talks.write_down(person, campaign.name, notes, outreach_state.who())
        session.workspace().diary.write(*written)

    outreach_state.trying(act)
    st.rerun()


def _offer_calendar(campaign: Campaign, people: list[Person]) -> None:
    found = talks.planned(outreach_state.entries(), campaign.name, people)
    if not found:
        return
    st.download_button(
        f"Download the {len(found):,} agreed {'talk' if len(found) == 1 else 'talks'} for your calendar (.ics)",
        data=lambda: calendar.to_ics(found, session.now()).encode("utf-8", "replace"),
        file_name=f"talks-{session.today():%Y-%m-%d}.ics",
        mime="text/calendar",
        on_click="ignore",
        icon=":material/event:",
    )
