"""A question asked of one version: everything a screen, a report or a script shows of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.errors import MissingTable
from analytics.filters import Filters
from analytics.questions.catalogue import Question, question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.reconcile import Reconcile, reconcile
from analytics.store import Store

# Which upload brings a table, in the words of somebody who looks for a file.
# In the order in which an owner has them at hand.
BRINGS = {
    "orders": "a list of orders, jobs or invoices",
    "leads": "a list of leads or enquiries",
    "deals": "a list of deals or quotes with their stages (a CRM exports it)",
    "customers": "a customer or contact list",
    "touches": "a log of meetings, views, downloads and talks with each person",
    "interactions": "a log of calls and meetings",
    "feedback": "a list of scores that customers gave",
    "referrals": "a list of introductions",
    "path_counts": "an advertising or website report by month",
    "stage_changes": "a list of the days on which deals entered each stage (a CRM exports it)",
    "quotas": "a list of targets per salesperson",
}


@dataclass(frozen=True)
class Answer:
    """Question, parameters and rows, with what can be said of them.

    rows      : columns as the question declares in `returns`, pyarrow-backed: exact decimals, true nulls.
    reconcile : how the answer's total relates to the uploads (H8); None where nothing adds up by nature.
    """

    question: Question
    parameters: dict[str, Any]
    rows: pd.DataFrame
    reconcile: Reconcile | None
    version: int

    @property
    def not_enough(self) -> NotEnough | None:
        """What is missing for an answer (H9); None when there is enough."""
        check = getattr(self.question.module, "enough", None)
        return check(self.rows) if check else None

    @property
    def headline(self) -> str:
        return self.question.module.headline(self.rows)

    @property
    def findings(self) -> list[Finding]:
        return self.question.module.findings(self.rows)

    def figure(self) -> go.Figure:
        return self.question.module.figure(self.rows)

    @cached_property
    def summary(self) -> dict[str, Any]:
        """What is the same on every row, once; {} when there are no rows."""
        return {name: self.rows[name].iloc[0] for name in self.question.summary} if len(self.rows) else {}


def ask(store: Store, name: str, filters: Filters | None = None) -> Answer:
    """The answer of one version to one question.

    Raises
    ------
    UnknownQuestion  no question of that name.
    MissingTable     a table that it needs has no rows; says which upload brings it.
    """
    asked = question(name)
    _require_tables(store, asked)
    chosen = (filters or Filters()).at(store.last_day)
    parameters = chosen.parameters(asked.parameters)
    rows = store.rows(asked.sql, parameters)
    compute = getattr(asked.module, "compute", None)
    rows = (compute(rows) if compute else rows)[list(asked.returns)]
    return Answer(asked, parameters, rows, reconcile(store, asked, rows), store.version)


def _require_tables(store: Store, asked: Question) -> None:
    counts = store.row_counts
    missing = [group[0] for group in asked.needs if not any(counts[table] for table in group)]
    if missing:
        bringers = " and ".join(BRINGS[table] for table in missing)
        raise MissingTable(
            f"'{asked.title}' needs {bringers}; nothing like it has been loaded yet.",
            "Drop that file on the Data page.",
            code=missing[0],
        )
