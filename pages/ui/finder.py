"""Whom a page about one customer or prospect is about: looked for, kept in the link; and rows that lead there."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from pages.ui import session


@dataclass(frozen=True)
class Finder:
    """How people of one kind are found.

    noun        : customer or prospect; also the name of the widget that chooses one.
    page        : the page about one of them.
    question    : the question that lists those found.
    key         : the filter and the part of the link that name one.
    own_key     : the column with the business's own key; ours stands in where it has none.
    search      : name of the widget with what is looked for.
    leads_there : columns of a table each row of which is about one of them.
    tables      : one of these has to have rows.
    """

    noun: str
    page: str
    question: str
    key: str
    own_key: str
    search: str
    leads_there: frozenset[str]
    tables: tuple[str, ...]

    def key_of(self, row: pd.Series) -> str:
        """The key by which the page calls whom a row is about: the business's own, else ours."""
        return str(row["person_key"] if pd.isna(row[self.own_key]) else row[self.own_key])


CUSTOMER = Finder(
    noun="customer",
    page="pages/buyers/customer.py",
    question="buyers/customer_search",
    key="customer_id",
    own_key="customer_id",
    search="search",
    leads_there=frozenset({"customer_id", "person_key"}),
    tables=("orders", "customers"),
)
PROSPECT = Finder(
    noun="prospect",
    page="pages/prospects/prospect.py",
    question="prospects/prospect_search",
    key="prospect_id",
    own_key="lead_id",
    search="prospect_search",
    leads_there=frozenset({"lead_id", "person_key", "prospect_kind"}),
    tables=("leads", "deals"),
)


def choose(finder: Finder) -> None:
    """Offer those found and restrict the page to the one chosen, who becomes part of the link."""
    if session.version() is None or not any(session.store().row_counts[table] for table in finder.tables):
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(f"Find a {finder.noun}", placeholder="Name, number or e-mail", key=finder.search)
        session.restrict(replace(session.filters(), search=text.strip() or None))
        names = _found(finder)
        if not names:
            st.caption("Nobody has this in their name, number or e-mail.")
            return
        if st.session_state.get(finder.noun) not in names:
            linked = st.query_params.get(finder.key)
            st.session_state[finder.noun] = linked if linked in names else next(iter(names))
        chosen = st.selectbox(finder.noun.capitalize(), list(names), format_func=names.get, key=finder.noun)
    st.query_params[finder.key] = chosen
    session.restrict(replace(session.filters(), **{finder.key: chosen}))


def leading(columns: frozenset[str]) -> Finder | None:
    """Whom each row of a table with these columns is about; None where it is about nobody in particular."""
    return next((each for each in (CUSTOMER, PROSPECT) if columns >= each.leads_there), None)


def open_chosen(finder: Finder, rows: pd.DataFrame, chosen: list[int]) -> None:
    """Go to the page of whom the chosen row is about; nothing while none is chosen."""
    if chosen:
        st.switch_page(finder.page, query_params={finder.key: finder.key_of(rows.iloc[chosen[0]])})


def _found(finder: Finder) -> dict[str, str]:
    """Key to name of those found; without a search the one of the link is among them."""
    rows = session.shown(finder.question).rows
    found = {finder.key_of(row): f"{row['name']} ({finder.key_of(row)})" for _, row in rows.iterrows()}
    linked = st.query_params.get(finder.key)
    if linked and linked not in found and not session.filters().search:
        return {linked: f"Number {linked}", **found}
    return found
