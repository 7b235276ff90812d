"""What the steps of a campaign share: which campaign is looked at, its people, and writing down and taking back."""

from collections.abc import Callable, Sequence

import streamlit as st

from analytics import labels
from analytics.errors import GleanerError
from analytics.outreach import mailing, people
from analytics.outreach.campaigns import Campaign
from analytics.outreach.campaigns import campaigns as read_campaigns
from analytics.outreach.mailing import Sorted
from analytics.outreach.people import Chosen
from analytics.outreach.rule import Rule
from analytics.outreach.segments import group_counts
from analytics.outreach.suppression import Day, cool_down_days
from analytics.workspace import Entry
from pages.ui import session
from pages.ui.kept import Kept

NEW = "New campaign"
CAMPAIGN = "campaign"
BEGUN = "outreach_begun"
_PROBLEM = "outreach_problem"
_WORKED_OUT = Kept(64)


def campaigns() -> dict[str, Campaign]:
    """Every campaign by name, the newest first."""
    return read_campaigns(entries())


def campaign() -> Campaign | None:
    """The campaign that is looked at; None for a new one."""
    return campaigns().get(st.session_state.get(CAMPAIGN, NEW))


def sender() -> tuple[str, str]:
    """Name and phone under the letters of a new campaign: those of the newest one, else the name typed at the side."""
    newest = next(iter(campaigns().values()), None)
    if newest:
        return newest.my_name, newest.my_phone
    return str(st.session_state.get("who") or "").strip(), ""


def keep_choice(names: list[str]) -> None:
    """Look at the campaign that was just begun; at a new one where that was taken back which was looked at."""
    if begun := st.session_state.pop(BEGUN, None):
        st.session_state[CAMPAIGN] = begun
        st.session_state["step"] = "Letters"
    if st.session_state.get(CAMPAIGN, NEW) not in (NEW, *names):
        st.session_state[CAMPAIGN] = NEW


def entries() -> list[Entry]:
    """Everything that was written down, oldest first."""
    return _once("entries", lambda: session.workspace().diary.entries())


def chosen(rule: Rule, name: str = "") -> Chosen:
    """The people of a segment, as they stand with everything written down by now."""
    return _once(("chosen", rule, name), lambda: people.choose(session.store(), rule, name))


def sorted_out(rule: Rule, name: str = "") -> Sorted:
    """Those of a segment who may be written to today, and those who may not."""
    return mailing.sort_out(chosen(rule, name).people, today())


def today() -> Day:
    """The day on which letters would go out now, with the cool-down that the owner set."""
    return Day(session.today(), _once("cool_down", lambda: cool_down_days(session.store())))


def groups() -> dict[str, int]:
    """Every group that a segment can be made of, with how many people it has."""
    return _once("groups", lambda: group_counts(session.store()))


def who() -> tuple[str, object]:
    """Who writes, and when."""
    return session.who(), session.now()


def write(*written: Entry) -> None:
    """Keep these together, or tell on the next run why not; from a widget's callback."""
    trying(lambda: session.workspace().diary.write(*written))


def undo(entry_ids: Sequence[int]) -> None:
    """Take these back; from a widget's callback."""
    trying(lambda: session.workspace().diary.undo(entry_ids, *who()))


def trying(act: Callable[[], object]) -> bool:
    """Whether it could be done; why not is shown on the next run."""
    try:
        act()
    except GleanerError as error:
        st.session_state[_PROBLEM] = f"{labels.markdown(error.what)}\n\n{labels.markdown(error.fix)}"
        return False
    return True


def show_problem() -> None:
    """What the last click could not do."""
    if problem := st.session_state.pop(_PROBLEM, None):
        st.error(problem, icon=":material/error:")


def people_count(count: int) -> str:
    """A number of people in words."""
    return f"{count:,} {'person' if count == 1 else 'people'}"


def _once(what: object, make: Callable[[], object]) -> object:
    key = (session.workspace().path, session.version(), session.revision(), what)
    return _WORKED_OUT.get(key, make)
