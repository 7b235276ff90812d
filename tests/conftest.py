"""Fixtures that every test may use."""

import pytest

from tests.filled import FilledStore


@pytest.fixture
def store() -> FilledStore:
    """Empty canonical tables in memory: fill them, then open()."""
    return FilledStore()
