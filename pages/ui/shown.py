"""An answer with what a page says of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa
from plotly.basedatatypes import BaseTraceType

from analytics.questions import Answer
from analytics.questions.catalogue import Question
from analytics.questions.finding import Finding, NotEnough
from pages.ui.columns import looks_of
from pages.ui.words import readable


@dataclass(frozen=True)
class Shown:
    """An answer with what a page says of it, worked out once and not at each rerun.

    rows       : the answer's rows without the columns that say the same on every row.
    listed     : the same rows as a table on screen has them.
    all_count  : how many there are where the answer lists the first of them alone; None where it lists all.
    not_enough : what is missing for an answer (H9); then, and without rows, there is no headline and no finding.
    """

    answer: Answer
    rows: pd.DataFrame
    listed: pa.Table
    not_enough: NotEnough | None
    all_count: int | None = None
    headline: str = ""
    findings: tuple[Finding, ...] = ()

    @cached_property
    def columns(self) -> frozenset[str]:
        """Names of the columns of `rows`."""
        return frozenset(self.rows.columns)

    @cached_property
    def looks(self) -> dict[str, object]:
        """How a table on screen has each column of `listed`, also where it shows the first rows alone."""
        return looks_of(self.listed)


def say(answer: Answer) -> Shown:
    """Headline and findings of an answer, where there are rows and enough of them."""
    rows = answer.rows.drop(columns=list(answer.question.summary))
    missing, listed = answer.not_enough, on_screen(answer.question, rows)
    if missing or not len(rows):
        return Shown(answer, rows, listed, missing, _all_count(answer))
    findings = sorted(answer.findings, key=lambda finding: finding.rank, reverse=True)
    return Shown(answer, rows, listed, None, _all_count(answer), answer.headline, tuple(findings))


def _all_count(answer: Answer) -> int | None:
    found = answer.summary.get(answer.question.listed_of)
    return None if pd.isna(found) or int(found) <= len(answer.rows) else int(found)


def on_screen(asked: Question, rows: pd.DataFrame) -> pa.Table:
    """Rows as a table on screen has them; the download holds every column."""
    return readable(rows[list(asked.screen)] if asked.screen else rows, asked.absent)


class Drawn(go.Figure):
    """A figure that is finished: what goes to the browser is packed once and not at each rerun.

    Nobody may change it or what `to_dict` gives: every session shares it.
    """

    def __init__(self, figure: go.Figure) -> None:
        super().__init__()
        self._packed = figure.to_dict()
        self._is_blank = not any(_marks(trace) for trace in figure.data)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it but its axes."""
        return self._is_blank

    def to_dict(self) -> dict:
        """Data and layout with arrays packed; always the same object."""
        return self._packed


def _marks(trace: BaseTraceType) -> int:
    """How many values of a trace are known; those that are no bars, points or lines always have some."""
    if trace.type not in ("bar", "scatter"):
        return 1
    return min(_known(trace.x), _known(trace.y))


def _known(values: object) -> int:
    # Names in two levels are lists in a list: there are as many as there are.
    return 0 if values is None else int(np.sum(pd.notna(np.asarray(values, dtype=object))))
