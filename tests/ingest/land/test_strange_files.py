"""Every file of tests/spreadsheets/strange is read, landed and talked about as an owner expects, or refused."""

import json

import pytest

from tests.spreadsheets.strange.tell import HERE, files, told

EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_strange_file_is_read_as_an_owner_expects(path):
    assert told(path) == EXPECTED[path.name]


def test_every_strange_file_has_its_expectation():
    assert [path.name for path in files()] == sorted(EXPECTED)
