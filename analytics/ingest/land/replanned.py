"""A sheet of which one column turns out to mean something else once its scan was looked at."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.plan import Planned
from analytics.ingest.land.scan import scan
from analytics.ingest.land.write import copy


def replanned(connection: duckdb.DuckDBPyConnection, sheet, told: Planned, chosen: Chosen, stage: Path, target):
    """The sheet with that column told in another way, and its scan made anew."""
    planned = tuple(told if one.column == told.column else one for one in sheet.plan.planned)
    changed = replace(sheet, plan=replace(sheet.plan, planned=planned))
    copy(connection, scan(changed.plan, chosen.formats, changed.source, target.origin), stage)
    return changed
