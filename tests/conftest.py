"""Fixtures that every test may use."""

from collections.abc import Iterator

import pytest

from tests.filled import FilledStore


@pytest.fixture
def store() -> Iterator[FilledStore]:
    """Empty canonical tables in memory: fill them, then open()."""
    filled = FilledStore()
    yield filled
    filled.close()
