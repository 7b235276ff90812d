"""What a click on one bar of a chart picks out of the people behind it."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Picked:
    """The people of one bar.

    title : the bar in words.
    where : column of the people's rows to the values that belong to the bar.
    """

    title: str
    where: dict[str, tuple[str, ...]]

    def of(self, people: pd.DataFrame) -> pd.DataFrame:
        """Those of the people who belong to the bar."""
        chosen = pd.Series(True, index=people.index)
        for column, values in self.where.items():
            chosen &= people[column].isin(values).fillna(False).astype(bool)
        return people[chosen].reset_index(drop=True)
