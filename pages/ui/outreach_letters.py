"""Step two: the letter, and how it reads for each person."""

from dataclasses import replace

import streamlit as st

from analytics import labels
from analytics.outreach import campaigns, drafts, mailing
from analytics.outreach.campaigns import Campaign
from analytics.outreach.letters import TYPED, Letter, Template, spoken, waiting
from analytics.outreach.mailing import Mailing
from analytics.outreach.people import Person
from pages.ui import outreach_state, outreach_template, session


def show() -> None:
    """Choose the letter, read it for every person, edit it."""
    campaign = outreach_state.campaign()
    known = mailing.templates(session.store())
    if campaign is None:
        st.info("Begin a campaign first, on the step Whom. The letters can be read and edited here already.")
        outreach_template.show(known, None)
        return
    _choose_letter(campaign, known)
    template = known.get(campaign.template)
    if template is None:
        st.warning(labels.markdown(f"There is no letter '{campaign.template}' any more. Choose another above."))
        return
    prepared = prepared_for(campaign, template)
    _show_headline(prepared)
    _show_sender(campaign, prepared)
    _show_one(prepared)
    outreach_template.show(known, campaign.template)


def prepared_for(campaign: Campaign, template: Template) -> Mailing:
    """The letters of a campaign as they stand now."""
    allowed = outreach_state.sorted_out(campaign.rule, campaign.name).allowed
    return mailing.prepare(campaign, template, allowed)


def _choose_letter(campaign: Campaign, known: dict[str, Template]) -> None:
    names = list(known)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        now = names.index(campaign.template) if campaign.template in names else None
        chosen = st.selectbox("Letter", names, index=now, format_func=labels.plain, width=320)
        if chosen and chosen != campaign.template:
            changed = replace(campaign, template=chosen)
            st.button("Use this letter", type="primary", on_click=_keep, args=(changed,))


def _show_headline(prepared: Mailing) -> None:
    ready, blocked = len(prepared.ready), len(prepared.blocked)
    told = f"{ready:,} {'letter is' if ready == 1 else 'letters are'} ready"
    if blocked:
        told += f"; {blocked:,} {'waits' if blocked == 1 else 'wait'} for {_lacking(prepared)}"
    st.header(f"{told}.", anchor=False)
    if prepared.held_out:
        st.caption(f"{outreach_state.people_count(len(prepared.held_out))} held out by lot, to compare.")
    if not prepared.every:
        st.info("There is nobody to write to. Look at the step Whom: it says why each person is left out.")


def _lacking(prepared: Mailing) -> str:
    """What the letters that wait lack, each field once."""
    return spoken(tuple(dict.fromkeys(field for _, letter in prepared.blocked for field in letter.missing)))


def _show_one(prepared: Mailing) -> None:
    """One letter at a time, as it will be sent."""
    every = prepared.every
    if not every:
        return
    key = f"letter-{outreach_state.campaign().name}"
    place = min(st.session_state.get(key, 0), len(every) - 1)
    st.session_state[key] = place
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button("Previous", on_click=_turn, args=(key, -1), disabled=place == 0, icon=":material/chevron_left:")
        st.selectbox(
            "To", range(len(every)), key=key, format_func=lambda number: _title(number, every[number]), width=420
        )
        st.button(
            "Next", on_click=_turn, args=(key, 1), disabled=place == len(every) - 1, icon=":material/chevron_right:"
        )
    _show_letter(*every[place])


def _show_letter(person: Person, letter: Letter) -> None:
    if letter.is_blocked:
        st.warning(labels.markdown(waiting(letter, person.name)))
    with st.container(border=True):
        st.text(f"To: {labels.plain(person.name)} <{person.email}>\nSubject: {letter.subject}\n\n{letter.body}")
    if letter.is_blocked:
        return
    if link := drafts.mailto(mailing.draft(person, letter)):
        st.link_button("Open in your mail program", link, icon=":material/mail:")


def _show_sender(campaign: Campaign, prepared: Mailing) -> None:
    is_missing = any(field in TYPED for _, letter in prepared.blocked for field in letter.missing)
    fold = st.expander("Your name and phone in these letters", expanded=is_missing, icon=":material/badge:")
    with fold, st.form("sender", border=False):
        left, right = st.columns(2)
        my_name = left.text_input("Your name", campaign.my_name)
        my_phone = right.text_input("Your phone", campaign.my_phone)
        if st.form_submit_button("Keep"):
            _keep(replace(campaign, my_name=my_name.strip(), my_phone=my_phone.strip()))
            st.rerun()


def _keep(campaign: Campaign) -> None:
    outreach_state.trying(lambda: outreach_state.write(campaigns.keep(campaign, outreach_state.who())))


def _turn(key: str, step: int) -> None:
    st.session_state[key] = st.session_state[key] + step


def _title(number: int, written: tuple[Person, Letter]) -> str:
    person, letter = written
    state = f"waits for {spoken(letter.missing)}" if letter.is_blocked else "ready"
    return f"{number + 1}. {labels.plain(person.name, 60)}: {state}"
