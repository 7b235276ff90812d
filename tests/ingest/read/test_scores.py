"""The reader keeps its scores on polluted and on wild files, told nothing but their bytes (docs/reading.md)."""

from statistics import mean

import pytest

from bench.reading import read_score
from tests.ingest.read.polluted import polluted, source
from tests.ingest.read.wild import wild


@pytest.mark.parametrize("quoting", ["all", "text", "needed"])
def test_files_with_one_fault_each_score_at_least_the_bar_of_the_field(quoting, tmp_path):
    files = list(polluted(source(quoting), step=21))
    totals = [read_score(file, tmp_path).total for file in files]
    weighted = sum(total * file.weight for total, file in zip(totals, files, strict=True))
    # A fault in the header row costs most, and every fifth file here has one instead of every 84th.
    assert mean(totals) >= 9.94
    assert weighted / sum(file.weight for file in files) >= 9.9


def test_files_as_tools_write_them_keep_their_header_and_their_rows(tmp_path):
    scores = [read_score(file, tmp_path) for file in wild(120, seed=11)]
    assert mean(score.header for score in scores) >= 0.95
    assert mean(score.total for score in scores) >= 9.8
