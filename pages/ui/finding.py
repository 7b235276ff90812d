"""One finding on screen: the sentence, the money with its range, how sure, who to start with, what to do."""

from functools import lru_cache

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from analytics import labels
from analytics.questions import charts
from analytics.questions.finding import Finding, Money, Person

NAMED = 3
CERTAINTY = {
    "high": ":green-badge[:material/check_circle: Quite sure]",
    "medium": ":orange-badge[:material/adjust: Fairly sure]",
    "low": ":gray-badge[:material/help: Not sure yet]",
}


def show_findings(findings: tuple[Finding, ...]) -> None:
    """The findings of one answer in one card, below each other."""
    if findings:
        # One element for all of them: a page draws them at each rerun.
        st.container(border=True).markdown("\n\n---\n\n".join(_text(each) for each in findings))


def show_with_links(findings: list[Finding], above: tuple[Person, ...] = ()) -> tuple[Person, ...]:
    """Findings as cards that lead to their pages; somebody is named for what to do by the first of them alone.

    above   : people whom cards further up name.
    returns : people whom these cards and those further up name.
    """
    for finding in findings:
        with st.container(border=True):
            st.markdown(_text(finding, _again(finding, above)))
            _link(finding.page)
        above += tuple(_named(finding, _again(finding, above)))
    return above


def _link(page: str) -> None:
    try:
        st.page_link(f"pages/{page}.py", label="See who, and how it was computed", icon=":material/east:")
    except StreamlitPageNotFoundError:
        # A finding of a question that no page shows yet: Today is where it stands.
        return


# One block of text, not one element a line, and written once: Today shows dozens of these at each rerun.
@lru_cache(maxsize=2048)
def _text(finding: Finding, again: tuple[Person, ...] = ()) -> str:
    lines = [
        f"{_worth(finding.money)} {CERTAINTY[finding.certainty]}",
        f"**{labels.markdown(finding.sentence)}**",
        f"Next step: {labels.markdown(finding.next_step)}",
    ]
    people = [_people(finding, again)] if finding.people else []
    return "\n\n".join([*lines, *people, f":small[:gray[{labels.markdown(finding.why_sure)}]]"])


def _worth(money: Money | None) -> str:
    """The likely money with its range, or that it cannot be told."""
    if money is None:
        return ":gray-badge[No price on it yet]"
    worth = charts.range_text(money.low, money.likely, money.high)
    if not round(money.likely):
        worth = f"up to {charts.estimate(money.high)}, most likely nothing"
    if money.is_at_risk:
        return f":orange-badge[:material/payments: At risk: {worth} a year]"
    return f":primary-badge[:material/payments: Worth {worth}]"


def _people(finding: Finding, again: tuple[Person, ...]) -> str:
    """Whom to start with; those whom a card further up names for something to do stand there, and are named last."""
    named = _named(finding, again)
    lines = [f"- {labels.markdown(each.name)}: {labels.markdown(each.why)}" for each in named]
    more = finding.people_count - len(named) - len(again)
    if more > 0:
        lines.append(f"- and {more:,} more")
    if again:
        others = len(again) - NAMED
        told = ", ".join(each.name for each in again[:NAMED]) + (f" and {others} more" if others > 0 else "")
        lines.append(f"- {labels.markdown(told)}: named above; do first what stands there")
    return "\n".join(lines)


def _named(finding: Finding, again: tuple[Person, ...]) -> list[Person]:
    return [each for each in finding.people if each not in again][:NAMED]


def _again(finding: Finding, above: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people of the finding whom those above are, best first; a reason differs from card to card."""
    known = {(each.key, each.name) for each in above}
    return tuple(each for each in finding.people if (each.key, each.name) in known)
