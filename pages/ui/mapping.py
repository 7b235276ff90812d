"""The columns of one sheet: what each was taken for and why, and a change in one click."""

from collections.abc import Callable

import streamlit as st

from analytics import labels
from analytics.errors import UnrecognisedSheet
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise import sheet_types
from analytics.ingest.recognise.choice import IGNORE, Choice
from analytics.workspace.mappings import Proposal, combined, corrected, propose_columns
from pages.ui import session
from pages.ui.words import words

# Reads the sheet again: as chosen, or as it is recognised where the choice is None (what was said is forgotten).
Again = Callable[[Receipt, Choice | None], None]
AS_IT_IS = "as it is"
# A sheet of more columns is seldom a list; the first ones can be changed on screen.
MOST_SHOWN = 120


@st.fragment
def show_mapping(receipt: Receipt, again: Again, place: str) -> None:
    """Every column with three of its values, why it was taken so, and a choice; one button reads it again.

    place : where on the page the receipt stands; it may stand there twice.
    """
    kind = _choose_type(receipt, place)
    if kind is None:
        st.caption("Choose, and the columns are shown.")
        return
    proposal = propose_columns(receipt, kind)
    missing = st.container()
    changes = _choose_columns(receipt, proposal, place)
    _show_displaced(proposal, changes)
    choice = corrected(receipt, kind, changes)
    problem = _problem(receipt, choice)
    if problem is not None:
        text = f"{labels.markdown(problem.what)} {labels.markdown(problem.fix)}"
        missing.markdown(f":material/help: {text}")
    if session.chosen() == session.SAMPLE:
        st.caption("The sample stays as it is; try it with a file of yours.")
        return
    is_new = bool(changes) or kind != receipt.sheet_type or receipt.error is not None
    with st.container(horizontal=True, vertical_alignment="center"):
        ready = problem is None and is_new
        if st.button("Read it again this way", key=_key(receipt, place, "read"), disabled=not ready):
            _read(again, receipt, choice)
        if receipt.choice and st.button("Forget what you said", key=_key(receipt, place, "forget"), type="tertiary"):
            _read(again, receipt, None)
    st.caption("Nothing has to be uploaded again. Other files with the same columns are read so too, now and later.")


def _read(again: Again, receipt: Receipt, choice: Choice | None) -> None:
    again(receipt, choice)
    # The whole page: the steps of the load stand elsewhere.
    st.rerun()


def _choose_type(receipt: Receipt, place: str) -> str | None:
    """The sheet type; None until somebody says what a sheet that was not recognised holds: no guess is loaded."""
    types = sheet_types()
    shown = receipt.sheet_type or (receipt.choice or {}).get("sheet_type")
    return st.selectbox(
        "What does this sheet hold?",
        list(types),
        index=list(types).index(shown) if shown else None,
        placeholder="Choose what it holds",
        format_func=lambda name: f"{types[name].title}: {types[name].says}",
        key=_key(receipt, place, "type"),
    )


def _choose_columns(receipt: Receipt, proposal: Proposal, place: str) -> dict[str, str]:
    """A row for each column of the file; the columns whose choice was changed, with it."""
    changes = {}
    for number, column in enumerate(proposal.columns[:MOST_SHOWN]):
        chosen = _choose_column(column, proposal, _key(receipt, place, f"{proposal.sheet_type}-{number}"))
        if chosen not in (AS_IT_IS, column["column"] or IGNORE):
            changes[column["header"]] = chosen
    if len(proposal.columns) > MOST_SHOWN:
        st.caption(f"The first {MOST_SHOWN} of {len(proposal.columns)} columns.")
    return changes


def _choose_column(column: dict, proposal: Proposal, key: str) -> str:
    header = labels.markdown(column["header"])
    name, values, choice = st.columns([3, 4, 3], vertical_alignment="center")
    name.markdown(f"**{header}**  \n:small[:gray[{labels.markdown(column['why'] or 'Not known.')}]]")
    values.markdown(f":gray[{_samples(column)}]")
    options = [*([AS_IT_IS] if column.get("is_part") else []), IGNORE, *proposal.accepted]
    shown = AS_IT_IS if column.get("is_part") else column["column"] or IGNORE
    return choice.selectbox(
        f"What {header} is",
        options,
        index=options.index(shown),
        format_func=lambda option: _spoken(option, column, proposal),
        key=key,
        label_visibility="collapsed",
    )


def _show_displaced(proposal: Proposal, changes: dict[str, str]) -> None:
    """Columns that give way, because another one was chosen for what they were taken for."""
    taken = {column: header for header, column in changes.items() if column != IGNORE}
    for column in proposal.columns:
        by = taken.get(column["column"])
        if by is not None and column["header"] not in changes:
            told = f"'{column['header']}' is left out then: '{by}' is the {words(column['column']).lower()}."
            st.caption(labels.markdown(told))


def _samples(column: dict) -> str:
    shown = " \u00b7 ".join(labels.markdown(cell) for cell in column["samples"])
    return shown or "no cell holds anything"


def _spoken(option: str, column: dict, proposal: Proposal) -> str:
    if option == IGNORE:
        return "Leave out"
    if option == AS_IT_IS:
        return f"Part of {words(column['column']).lower()}"
    return f"{words(option)} (needed)" if option in proposal.needed else words(option)


def _problem(receipt: Receipt, choice: Choice) -> UnrecognisedSheet | None:
    try:
        combined(receipt, choice)
    except UnrecognisedSheet as error:
        return error
    return None


def _key(receipt: Receipt, place: str, what: str) -> str:
    # What was said before is part of it: once a sheet is read anew, its boxes show the new reading.
    said = str(sorted((receipt.choice or {}).items()))
    return f"{place}-{what}-{receipt.upload_id}-{receipt.sheet}-{receipt.part}-{receipt.sheet_type}-{said}"
