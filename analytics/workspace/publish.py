"""Building a version: canonical Parquet, pages.duckdb and manifest in an unfinished folder, checked, then settled."""

import tempfile
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from analytics.engine import open_work
from analytics.settings import Settings
from analytics.workspace import manifest
from analytics.workspace.build import build_pages
from analytics.workspace.choices import DEFAULTS
from analytics.workspace.combine.changed import changes
from analytics.workspace.combine.tables import SNAPSHOTS, TABLES, Contribution, canonical_rows, combine, empty
from analytics.workspace.given import Given
from analytics.workspace.landings import Landing, keep_landings
from analytics.workspace.layout import UNFINISHED, Layout, link, settle
from analytics.workspace.making import made_by

PAGES = "pages.duckdb"
NOTHING_STOOD = {"changed": 0, "unchanged": 0}


@dataclass(frozen=True)
class Plan:
    """What the next version is made of.

    number    : of the version.
    uploads   : {sequence, upload_id, name} of each, in order.
    landings  : what each sheet of these uploads gave.
    newcomers : sequences of the uploads that were not in the version before.
    before    : number of the version before; None for the first.
    given     : what people chose and decided.
    """

    number: int
    uploads: list[dict]
    landings: list[Landing]
    newcomers: frozenset[int]
    before: int | None
    given: Given

    def contributions(self, table: str) -> list[Contribution]:
        """Files that give rows to a table, in order of loading."""
        source = "deals" if table == SNAPSHOTS else table
        return [
            Contribution(table, landing.files[source], landing.rank)
            for landing in self.landings
            if source in landing.files
        ]


def build(layout: Layout, plan: Plan, settings: Settings) -> manifest.Manifest:
    """Build the version of the plan and settle it in versions/<n>; nobody is pointed to it yet."""
    folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=layout.versions))
    before = manifest.read(layout.version(plan.before)) if plan.before else None
    with open_work(settings, [layout.landed, layout.versions], layout.scratch) as connection:
        tables = {table: _publish_table(connection, layout, folder, (plan, before, table)) for table in TABLES}
        changed = {table: _changes(connection, plan, table) for table in TABLES if plan.newcomers}
    changed = {table: told for table, told in changed.items() if told}
    row_counts = _build_pages(layout, folder, plan, settings)
    made = manifest.Manifest(
        plan.number,
        plan.uploads,
        tables,
        manifest.describe(folder / PAGES),
        row_counts,
        {table: _summed(told) for table, told in changed.items()},
        made_by(),
        _by_upload(plan, changed),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )
    made.write(folder)
    settle(folder, layout.version(plan.number))
    return made


def _publish_table(connection, layout: Layout, folder: Path, what: tuple) -> dict[str, object]:
    """Put one table into the folder; unchanged ones and those of a single file are the same file under another name."""
    plan, before, table = what
    contributions = plan.contributions(table)
    target = folder / f"{table}.parquet"
    sources = [f"{each.file.parent.name}/{each.file.name}" for each in contributions]
    carried = before.tables.get(table) if before else None
    # Another Gleaner may have put the same files together in another way.
    if carried and carried["sources"] == sources and before.made_by == made_by():
        link(layout.version(before.number) / target.name, target)
        return carried
    if len(contributions) == 1 and table not in ("deals", SNAPSHOTS):
        link(contributions[0].file, target)
    else:
        rows = combine(connection, table, contributions) if contributions else empty(connection, table)
        rows.write_parquet(str(target), compression="zstd")
    rows = connection.read_parquet(str(target)).aggregate("count(*)").fetchall()[0][0]
    return {"rows": rows, **manifest.describe(target), "sources": sources}


def _changes(connection, plan: Plan, table: str) -> dict[int, dict[str, int]]:
    """New, changed and unchanged rows of each newcomer, by rank, against what stood before it."""
    contributions = plan.contributions(table)
    coming = sorted({each.rank for each in contributions} & plan.newcomers)
    if len(coming) == 1 and all(each.rank in plan.newcomers for each in contributions):
        return {coming[0]: {"new": sum(_count(connection, each.file) for each in contributions), **NOTHING_STOOD}}
    return {rank: asdict(changes(connection, table, _until(plan, contributions, rank), {rank})) for rank in coming}


def _until(plan: Plan, contributions: list[Contribution], rank: int) -> list[Contribution]:
    """What stands when the newcomer of that rank comes, and itself."""
    return [each for each in contributions if each.rank not in plan.newcomers or each.rank <= rank]


def _summed(told: dict[int, dict[str, int]]) -> dict[str, int]:
    return {name: sum(each[name] for each in told.values()) for name in ("new", "changed", "unchanged")}


def _by_upload(plan: Plan, changed: dict[str, dict[int, dict[str, int]]]) -> dict[str, dict[str, dict[str, int]]]:
    """Sequence of each newcomer, as JSON keeps it -> table -> what its rows did."""
    sequences = [str(upload["sequence"]) for upload in plan.uploads]
    return {
        sequences[rank]: {table: told[rank] for table, told in changed.items() if rank in told}
        for rank in sorted(plan.newcomers)
    }


def _count(connection, file: Path) -> int:
    return connection.read_parquet(str(file)).aggregate("count(*)").fetchall()[0][0]


def _build_pages(layout: Layout, folder: Path, plan: Plan, settings: Settings) -> dict[str, int]:
    """Write pages.duckdb: landings, people, identities and summaries, checkpointed."""
    with open_work(settings, [layout.landed, layout.versions, DEFAULTS], layout.scratch) as connection:
        # Nobody is pointed to the file before it is whole and on the disk: a log of its changes would help no one.
        connection.execute("attach $path as pages (recovery_mode no_wal_writes)", {"path": str(folder / PAGES)})
        connection.execute("create schema pages.canonical")
        connection.execute("use pages.canonical")
        for table in TABLES:
            canonical_rows(connection, folder / f"{table}.parquet").create_view(table)
        connection.execute("use pages.main")
        keep_landings(connection, plan.landings)
        before = layout.version(plan.before) / PAGES if plan.before else None
        row_counts = build_pages(connection, "pages", replace(plan.given, pages_before=before))
        # Views hold the path of the unfinished folder; whoever opens the version makes them anew.
        connection.execute("drop schema pages.canonical cascade")
        connection.execute("checkpoint pages")
    return row_counts
