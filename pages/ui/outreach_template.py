"""Editing a letter, adding one, taking one out; every change is published like any other choice of the owner."""

from collections.abc import Mapping

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.outreach import editing
from analytics.outreach.letters import FIELDS, LONGEST, Template, check
from analytics.workspace import Chosen
from analytics.workspace.deciding import choose
from pages.ui import outreach_state, session

TABLE = "letter_templates"
ANOTHER = "A new letter"
EDITED, SAVED = "letter_to_edit", "letter_saved"


def show(known: Mapping[str, Template], name: str | None) -> None:
    """The editor, in a fold.

    name : the letter that is begun with; None for the first one.
    """
    fold = st.expander("Edit the letters, or add one", icon=":material/edit:", key="letters", on_change="rerun")
    if not fold.open:
        return
    with fold:
        names = [*known, ANOTHER]
        # The box of the run before is drawn already when a letter is saved; the next run begins with that letter.
        begun = st.session_state.pop(SAVED, None) or st.session_state.get(EDITED) or name
        st.session_state[EDITED] = begun if begun in names else names[0]
        which = st.selectbox("Letter to edit", names, key=EDITED)
        _edit(known, known.get(which) or Template("", "research", "", ""))


def _edit(known: Mapping[str, Template], letter: Template) -> None:
    with st.form(f"edit-{letter.name}", border=False):
        name = st.text_input("Name", letter.name, help="Another name makes another letter.")
        purposes = list(dict.fromkeys([*editing.PURPOSES, letter.purpose]))
        purpose = st.selectbox(
            "What it is for",
            purposes,
            purposes.index(letter.purpose),
            format_func=lambda key: editing.PURPOSES.get(key, key),
        )
        subject = st.text_input("Subject", letter.subject, max_chars=LONGEST["subject"])
        body = st.text_area("Text", letter.body, height=320, max_chars=LONGEST["body"])
        st.caption(labels.markdown("Fields that you can use; of {first_name or name} the first that is known counts:"))
        st.text("\n".join(f"{{{field}}}  {meaning}" for field, meaning in FIELDS.items()))
        if st.form_submit_button("Save the letter", type="primary"):
            _save(known, Template(" ".join(name.split()), purpose, subject, body))
    if letter.name:
        _offer_taking_out(known, letter.name)


def _save(known: Mapping[str, Template], letter: Template) -> None:
    try:
        check(letter)
    except GleanerError as error:
        # Said here and not on the next run: what was typed stays in the form.
        st.error(f"{labels.markdown(error.what)}\n\n{labels.markdown(error.fix)}", icon=":material/error:")
        return
    _publish(lambda: editing.with_letter(known, letter), letter.name)


def _offer_taking_out(known: Mapping[str, Template], name: str) -> None:
    with st.container(horizontal=True):
        if st.button("Take this letter out", icon=":material/delete:", type="tertiary"):
            _publish(lambda: editing.without_letter(known, name))
        if st.button("All letters as they came", icon=":material/restart_alt:", type="tertiary"):
            _publish(lambda: None)


def _publish(rows, saved: str | None = None) -> None:
    with st.spinner("Saving, and making the next version with it"):
        done = outreach_state.trying(lambda: choose(session.workspace(), Chosen(TABLE, rows(), *outreach_state.who())))
    if done:
        st.session_state[SAVED] = saved
        st.toast("Saved.")
    st.rerun()
