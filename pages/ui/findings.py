"""The findings of every question, largest likely money first; the welcome while there is nothing to find yet."""

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError, MissingTable
from analytics.questions import charts, questions
from analytics.questions.finding import Finding
from pages.ui import session
from pages.ui.finding import show_with_links
from pages.ui.lacking import brings, show_error
from pages.ui.welcome import show_welcome

# More than a week's work stands in the way of the first call.
SHOWN_FIRST = 6
NAMED_FIRST = 5
# What an owner asks first; the others follow.
ASKED_FIRST = (
    "buyers/pareto",
    "buyers/pulse",
    "buyers/repeat_worth",
    "funnel/diagnosis",
    "prospects/opportunity_or_lead",
    "funnel/drop_reasons",
    "funnel/ask_plan",
    "buyers/rfm",
    "buyers/lifetime_value",
)


def show_findings() -> None:
    """Every finding as a card, and what other uploads would add."""
    if session.version() is None:
        show_welcome()
        return
    found, missing, failed = _asked()
    _show_headline(found)
    named = show_with_links(found[:SHOWN_FIRST])
    if more := found[SHOWN_FIRST:]:
        with st.expander(
            f"{len(more)} more {'finding' if len(more) == 1 else 'findings'}", icon=":material/more_horiz:"
        ):
            show_with_links(more, named)
    _show_missing(missing)
    _show_failed(failed)


def _asked() -> tuple[list[Finding], dict[str, list[str]], list[GleanerError]]:
    """Findings in order of weight; what cannot be answered, by missing table; what went wrong."""
    found: list[Finding] = []
    missing: dict[str, list[str]] = {}
    failed: list[GleanerError] = []
    for name in questions():
        try:
            found += session.shown(name).findings
        except MissingTable as error:
            missing.setdefault(error.code, []).append(name)
        except GleanerError as error:
            failed.append(error)
    return sorted(found, key=lambda finding: finding.rank, reverse=True), missing, failed


def _show_headline(found: list[Finding]) -> None:
    if not found:
        wider = "Try a longer period or fewer filters" if session.filters().is_part else "More files bring more to find"
        st.info(f"Nothing asks for action in what you are looking at. {wider}.")
        return
    priced = [finding.money for finding in found if finding.money]
    things = f"{len(found)} {'thing' if len(found) == 1 else 'things'} to act on"
    if not priced:
        st.header(f"{things}; there is not enough data yet to put a price on any.", anchor=False)
        return
    best = found[0].money or priced[0]
    worth = charts.range_text(best.low, best.likely, best.high)
    alone = f"in the first alone {worth} a year is at risk" if best.is_at_risk else f"the first alone is worth {worth}"
    st.header(f"{things}; {alone}.", anchor=False)
    # Adding them up would count the same buyer twice, and ranges do not add.
    st.caption("In order of likely money, less where we are less sure. The amounts overlap, so do not add them up.")


def _show_missing(missing: dict[str, list[str]]) -> None:
    if not missing:
        return
    st.subheader("More to find", anchor=False)
    behind = {asked.header.get("people") for asked in questions().values()}
    for table, names in missing.items():
        # A list of people is part of the answer that it stands behind.
        titles = [questions()[name].title for name in sorted(names, key=_place) if name not in behind]
        st.markdown(f"- With {brings((table,))}: {labels.markdown(_first_of(titles))}")
    st.page_link("pages/data/upload.py", label="Drop a file", icon=":material/upload_file:")


def _place(name: str) -> int:
    return ASKED_FIRST.index(name) if name in ASKED_FIRST else len(ASKED_FIRST)


def _first_of(titles: list[str]) -> str:
    more = len(titles) - NAMED_FIRST
    return ", ".join(titles[:NAMED_FIRST]) + (f" and {more} more" if more > 0 else "")


def _show_failed(failed: list[GleanerError]) -> None:
    """What could not be answered, folded away: the findings that are there come first."""
    if not failed:
        return
    with st.expander(f"{len(failed)} not answered", icon=":material/error:"):
        for error in failed:
            show_error(error)
