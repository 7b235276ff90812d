"""Opening the version that pages read: the current one, or the newest whole one where that is damaged."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from analytics.errors import WorkspaceError
from analytics.settings import Settings
from analytics.workspace import manifest
from analytics.workspace.layout import Layout
from analytics.workspace.records import Version

if TYPE_CHECKING:
    from analytics.store import Store
    from analytics.workspace.catalogue import Catalogue

# One opened store per published version and process; a published version never changes, so it never goes stale.
_STORES: dict[tuple[Path, int, str], "Store"] = {}
# How much of what people wrote down each store has; unlike the version, that grows.
_SEEN: dict[tuple[Path, int, str], int] = {}
_OPENING = threading.RLock()


def is_open(layout: Layout, current: Version) -> bool:
    """Whether this process has the version open already."""
    return _key(layout, current) in _STORES


def opened(layout: Layout, settings: Settings, catalogue: "Catalogue", current: Version) -> "Store":
    """The store of the current version, with everything that was written down so far.

    Raises
    ------
    WorkspaceError  no version is whole.
    """
    key = _key(layout, current)
    with _OPENING:
        if key not in _STORES:
            _STORES[key] = _open(layout, settings, catalogue, current)
        _bring_entries(key, catalogue)
        return _STORES[key]


def newest_whole(layout: Layout, catalogue: "Catalogue", current: Version) -> Version:
    """The current version, or the newest before it that is not damaged; the catalogue then points there."""
    damage: WorkspaceError | None = None
    for version in sorted(catalogue.versions(), key=lambda each: (not each.is_current, -each.number)):
        try:
            manifest.verify(layout.version(version.number), version.checksum)
        except WorkspaceError as error:
            damage = damage or error
            continue
        if version.number != current.number:
            notice = f"{damage.what} Version {version.number} is used instead. {damage.fix}"
            catalogue.point_to(version.number, notice)
        return version
    raise damage


def _key(layout: Layout, version: Version) -> tuple[Path, int, str]:
    return layout.root, version.number, version.checksum


def _open(layout: Layout, settings: Settings, catalogue: "Catalogue", current: Version) -> "Store":
    from analytics.engine import open_version
    from analytics.store import Store
    from analytics.workspace.build import bring_written, create_keyed_views
    from analytics.workspace.entries import create_entries

    whole = newest_whole(layout, catalogue, current)
    connection = open_version(layout.version(whole.number), settings)
    create_entries(connection)
    create_keyed_views(connection)
    bring_written(connection)
    return Store(connection, whole.number)


def _bring_entries(key: tuple[Path, int, str], catalogue: "Catalogue") -> None:
    from analytics.workspace.build import bring_written
    from analytics.workspace.entries import bring_entries

    # Counted before they are read: one that is written in between is brought twice, never missed.
    revision = catalogue.revision()
    if _SEEN.get(key, 0) != revision:
        bring_entries(_STORES[key].connection, catalogue.entries())
        bring_written(_STORES[key].connection)
        _SEEN[key] = revision
