"""Menu, which data is looked at, and the filters: in one place, in the link, as one sentence on every page."""

from datetime import date, timedelta

import streamlit as st

from analytics import labels
from analytics.filters import Filters
from pages.ui import session

NAMES = {session.MINE: "Your data", session.SAMPLE: "Sample data"}
PERIODS = {
    "all": "All time",
    "year": "Last 12 months",
    "quarter": "Last 3 months",
    "chosen": "Chosen days",
}
# Keys of the filters, each of which stands in the link while it is set.
BOUND = ("as_of", "period", "from", "to", "owner", "path")
DAYS = {"year": 365, "quarter": 91}


def show_pages(pages: dict[str, list]) -> None:
    """The pages under the name of their section."""
    # Not Streamlit's own list: it puts its sections where a screen reader expects list items (axe: list, listitem).
    for section, found in pages.items():
        with st.container(gap="xxsmall"):
            if section:
                st.caption(section)
            for page in found:
                st.page_link(page, width="stretch")


def show_switch() -> None:
    """The switch between the owner's data and the sample."""
    st.session_state.setdefault("data", session.chosen())
    st.segmented_control(
        "Looking at",
        list(NAMES),
        format_func=NAMES.get,
        required=True,
        key="data",
        persist_state="session",
        width="stretch",
    )
    _keep_choice_in_link()


def show_name() -> None:
    """Who writes here, once there is something to write about."""
    if session.version() is not None:
        st.text_input(
            "Your name", key="who", persist_state="session", help="It stands beside what you decide and write down."
        )


def show_what_you_look_at(is_filtered: bool) -> None:
    """One line above every page: whose data and which part of it, with the filters that say which.

    is_filtered : whether the page follows filters; those that are set already stay, or they would fall out of the link.
    """
    if session.version() is None:
        session.restrict(Filters())
        return
    if session.notice():
        st.warning(labels.markdown(session.notice()))
    line = st.container(horizontal=True, vertical_alignment="center", gap="small")
    is_filtered = is_filtered or _is_any_set()
    if is_filtered:
        _show_filters()
    else:
        session.restrict(Filters(as_of=session.store().last_day))
    with line:
        if session.chosen() == session.SAMPLE:
            st.badge("Sample data: a made-up company", color="orange", icon=":material/science:")
            st.button("Back to your data", type="tertiary", on_click=session.choose, args=(session.MINE,))
        if is_filtered:
            st.caption(labels.markdown(session.filters().sentence()))


def _show_filters() -> None:
    """A fold with the filters; they are sent when somebody opens it or one of them is set."""
    # Above the page: below a menu of all pages nobody finds them. A fold and not a popover, which takes what it holds
    # out of the link while it is closed.
    fold = st.expander("Filters", icon=":material/filter_list:", key="filter-fold", on_change="rerun")
    store = session.store()
    if not fold.open and not _is_any_set():
        session.restrict(Filters(as_of=store.last_day))
        return
    with fold, st.container(horizontal=True, gap="small"):
        session.restrict(_filters(store.last_day, store.choices))


def _is_any_set() -> bool:
    """Whether a filter is set; it stays drawn then, or it would fall out of the link."""
    linked = st.query_params.to_dict()
    return any(key in linked or st.session_state.get(key) not in (None, "all") for key in BOUND)


def _keep_choice_in_link() -> None:
    """Make the address say which data is looked at; not bound to the switch, which would put its label there."""
    if session.chosen() == session.SAMPLE:
        st.query_params["data"] = session.SAMPLE
    elif "data" in st.query_params:
        del st.query_params["data"]


def _filters(last_day: date | None, choices: dict[str, tuple[str, ...]]) -> Filters:
    """What the widgets say, as filters; the numbers are true for the last day in the data unless another is chosen."""
    as_of = st.date_input(
        "As of",
        value=None,
        key="as_of",
        bind="query-params",
        format="YYYY-MM-DD",
        help="The day the numbers are true for. Left empty, it is the last day in the data"
        + (f", {last_day.isoformat()}." if last_day else "."),
    )
    as_of = as_of or last_day
    start, end = _period(as_of)
    owner = _one_of("Owner", "owner", "Every owner", choices.get("owner", ()))
    path = _one_of("Path", "path", "Every path", choices.get("path", ()))
    return Filters(as_of=as_of, period_start=start, period_end=end, owner=owner, path=path)


def _period(as_of: date | None) -> tuple[date | None, date | None]:
    """First day counted and first day no longer counted."""
    period = st.selectbox("Period", list(PERIODS), format_func=PERIODS.get, key="period", bind="query-params")
    if period == "chosen":
        first = st.date_input("From", value=None, key="from", bind="query-params", format="YYYY-MM-DD")
        last = st.date_input("Up to and including", value=None, key="to", bind="query-params", format="YYYY-MM-DD")
        return first, last + timedelta(days=1) if last else None
    if period in DAYS and as_of:
        end = as_of + timedelta(days=1)
        return end - timedelta(days=DAYS[period]), end
    return None, None


def _one_of(label: str, key: str, nobody: str, values: tuple[str, ...]) -> str | None:
    """The value chosen, or None for all of them; no widget when there is nothing to choose between."""
    if not values:
        return None
    return st.selectbox(label, values, index=None, placeholder=nobody, key=key, bind="query-params")
