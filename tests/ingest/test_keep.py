"""An upload is kept whole under its sha256, or not at all."""

import hashlib

import pytest

from analytics.errors import FileTooLarge
from analytics.ingest.keep import keep


def test_an_upload_is_kept_under_the_sha256_of_its_bytes(tmp_path):
    source = tmp_path / "orders.csv"
    source.write_bytes(b"id,amount\n1,5\n")
    kept = keep(source, tmp_path / "uploads", 1000)
    assert kept.sha256 == hashlib.sha256(b"id,amount\n1,5\n").hexdigest()
    assert kept.path.read_bytes() == source.read_bytes() and kept.is_new and kept.size_bytes == 14


def test_the_same_bytes_are_kept_once_and_known_again(tmp_path):
    source = tmp_path / "orders.csv"
    source.write_bytes(b"id\n1\n")
    keep(source, tmp_path / "uploads", 1000)
    assert not keep(source, tmp_path / "uploads", 1000).is_new
    assert len(list((tmp_path / "uploads").iterdir())) == 1


def test_a_file_over_the_limit_leaves_nothing_behind(tmp_path):
    source = tmp_path / "orders.csv"
    source.write_bytes(bytes(2 * 1024 * 1024))
    with pytest.raises(FileTooLarge, match="'march.csv' has 2 MB; up to 1 MB"):
        keep(source, tmp_path / "uploads", 1024 * 1024, name="march.csv")
    assert not (tmp_path / "uploads").exists()


def test_a_disk_with_too_little_room_is_told_before_anything_is_copied(tmp_path, monkeypatch):
    source = tmp_path / "orders.csv"
    source.write_bytes(bytes(1000))
    monkeypatch.setattr("analytics.ingest.keep.ROOM", 10**15)
    with pytest.raises(FileTooLarge) as refused:
        keep(source, tmp_path / "uploads", 10_000)
    assert refused.value.code == "DiskFull"
