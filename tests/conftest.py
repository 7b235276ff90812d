"""Fixtures that every test may use, and what the processes of one run share."""

from collections.abc import Iterator

import pytest

from tests.filled import FilledStore
from tests.samples import begin_run

SHARED = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the workers of a run in parallel use the folder of its controller
        config.stash[SHARED] = begin_run()


def pytest_unconfigure(config: pytest.Config) -> None:
    shared = config.stash.get(SHARED, None)
    if shared:
        shared.cleanup()


@pytest.fixture
def store() -> Iterator[FilledStore]:
    """Empty canonical tables in memory: fill them, then open()."""
    filled = FilledStore()
    yield filled
    filled.close()
