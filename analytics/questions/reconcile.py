"""How the total of an answer relates to the rows of the uploads (H8)."""

from dataclasses import asdict, dataclass
from decimal import Decimal

import pandas as pd

from analytics.questions.catalogue import Question
from analytics.store import Store


@dataclass(frozen=True)
class Reconcile:
    """Rows and money on both sides of an answer.

    rows_in, rows_used, rows_set_aside, rows_replaced : data rows of the uploads of that table; of those the ones that
                      stand, that were set aside, and that a newer upload of the same order or person replaced.
    amount_loaded   : sum of the money column over the landed rows; None when the question reconciles no money.
    amount_answered : the same sum as the answer has it; differs by what the filters leave out.
    """

    table: str
    rows_in: int
    rows_used: int
    rows_set_aside: int
    rows_replaced: int
    column: str | None
    amount_loaded: Decimal | None
    amount_answered: Decimal | None

    def sentence(self) -> str:
        """The reconcile line, in words."""
        rows = f"{self.rows_used:,} of your {self.rows_in:,} rows of {self.table}"
        aside = f"{self.rows_set_aside:,} set aside" if self.rows_set_aside else "none set aside"
        aside += f", {self.rows_replaced:,} replaced by a newer upload" if self.rows_replaced else ""
        if self.amount_loaded is None:
            return f"{rows}, {aside}."
        line = f"{rows}, {aside}: {self.amount_loaded:,.2f} in all"
        left_out = self.amount_loaded - (self.amount_answered or Decimal(0))
        if left_out:
            counted = self.amount_answered or Decimal(0)
            return f"{line}; this answer counts {counted:,.2f}, the filters leave out {left_out:,.2f}."
        return f"{line}, and this answer counts every cent of it."

    def to_dict(self) -> dict[str, object]:
        return {**asdict(self), "sentence": self.sentence()}


def reconcile(store: Store, question: Question, rows: pd.DataFrame) -> Reconcile | None:
    """The reconcile line of an answer; None when its header names no table to reconcile with.

    The header's `money: orders.revenue_amount = used_amount` names the column of the uploads and the column of the
    answer that says how much of it was counted; `money: leads` reconciles rows alone.
    """
    if "money" not in question.header:
        return None
    source, _, answered = (part.strip() for part in question.header["money"].partition("="))
    table, _, column = source.partition(".")
    loaded = store.amount_of(table, column) if column else None
    counted = rows[answered].iloc[0] if answered and len(rows) else None
    counted = Decimal(0) if counted is None or pd.isna(counted) else counted
    return Reconcile(table, *store.landed_rows(table), column or None, loaded, counted if column else None)
