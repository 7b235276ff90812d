"""What we learned about a prospect: need, willingness, resources with the proof, and a label of our own (M18)."""

import pandas as pd
import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.questions.prospects.words import KINDS
from analytics.workspace import Entry
from pages.ui import session
from pages.ui.finder import PROSPECT
from pages.ui.lacking import show_error

ASKED = {
    "need": ("Do they need it?", "What they said or showed, such as: two leaks last winter"),
    "willingness": ("Do they want to?", "What they said, such as: asked when we could start"),
    "resources": ("Can they pay and decide?", "Who decides and with what money"),
}
ANSWERS = {"yes": "Yes", "no": "No"}
OWN = {name: text for name, text in KINDS.items() if name != "cant_tell"}


def show_entry() -> None:
    """A form for what was learned, and everything written so far with its undo; nothing while nobody is chosen."""
    about = _about()
    if about is None:
        return
    with st.form(f"learned-{about[1]}-{session.revision()}", border=True):
        st.subheader("What did you learn?", anchor=False)
        said = [_ask(kind, about) for kind in ASKED]
        said.append(_ask_label(about))
        if st.form_submit_button("Write down", type="primary", icon=":material/edit:"):
            _write([entry for entry in said if entry is not None])
    _show_written(about)


def _about() -> tuple[str, str] | None:
    """Table and id of the prospect of this page."""
    if session.version() is None or session.filters().prospect_id is None:
        return None
    row = _row()
    return (
        ("leads", session.filters().prospect_id) if row is None else session.store().reference(int(row["person_key"]))
    )


def _row() -> pd.Series | None:
    """The prospect of this page as the search found it; None for one that only the link names."""
    rows = session.shown(PROSPECT.question).rows
    chosen = session.filters().prospect_id
    return next((row for _, row in rows.iterrows() if PROSPECT.key_of(row) == chosen), None)


def _ask(kind: str, about: tuple[str, str]) -> Entry | None:
    question, hint = ASKED[kind]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        answer = st.segmented_control(question, list(ANSWERS), format_func=ANSWERS.get, key=f"{kind}-{about[1]}")
        proof = st.text_input("How do you know?", placeholder=hint, key=f"{kind}-proof-{about[1]}")
    return _entry(kind, about, (answer, proof))


def _ask_label(about: tuple[str, str]) -> Entry | None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = st.selectbox(
            "Your own label",
            list(OWN),
            index=None,
            format_func=OWN.get,
            placeholder="Only where you know better",
            key=f"override-{about[1]}",
            help="It stands beside ours, with your name and the day; both are graded by what happens.",
        )
        why = st.text_input("Why?", key=f"override-why-{about[1]}")
    row = _row()
    # What we said at that moment stands beside it, so that both can be graded.
    ours = "" if row is None or pd.isna(row["prospect_kind"]) else str(row["prospect_kind"])
    return _entry("override", about, (label, why), ours)


def _entry(kind: str, about: tuple[str, str], said: tuple[str | None, str], topic: str = "") -> Entry | None:
    value, note = said
    if value is None:
        return None
    return Entry(kind, session.who(), session.now(), *about, topic=topic, value=value, note=note.strip() or None)


def _write(said: list[Entry]) -> None:
    if not said:
        st.warning("Choose an answer first.")
        return
    without = [entry for entry in said if entry.note is None]
    if without:
        st.warning("Say how you know: an answer without its proof is a guess.")
        return
    try:
        session.workspace().diary.write(*said)
    except GleanerError as error:
        show_error(error)
        return
    st.rerun()


def _show_written(about: tuple[str, str]) -> None:
    kinds = (*ASKED, "override")
    entries = [
        entry
        for entry in session.workspace().diary.entries()
        if entry.kind in kinds and (entry.source_table, entry.source_ref) == about
    ]
    for entry in entries[::-1]:
        with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(_text(entry))
            st.button(
                "Undo",
                key=f"undo-{entry.entry_id}",
                on_click=_undo,
                args=(entry.entry_id,),
                icon=":material/undo:",
                type="tertiary",
            )


def _undo(entry_id: int) -> None:
    session.workspace().diary.undo([entry_id], session.who(), session.now())


def _text(entry: Entry) -> str:
    what = "Your own label" if entry.kind == "override" else ASKED[entry.kind][0]
    value = OWN.get(entry.value, ANSWERS.get(entry.value, entry.value or ""))
    when = f"{entry.written_at:%Y-%m-%d}, {labels.markdown(entry.written_by)}"
    return f":small[:gray[{when}]]\n\n**{what}** {labels.markdown(value)}. {labels.markdown(entry.note or '')}"
