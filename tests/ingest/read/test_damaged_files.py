"""Files with damaged bytes are read as far as they can be, or refused with a reason; never anything else."""

import io
import zipfile

import pytest

from analytics.errors import UnreadableFile
from analytics.ingest.read import read_file
from analytics.ingest.read.show import rows_of

TEXT = "id,name,amount\n1,Anna,12.50\n2,Bob,7.00\n"


@pytest.mark.parametrize(
    "damaged", ["\ufeff".encode() + TEXT.encode().replace(b"Bob", b"B\xf6b"), TEXT.encode() + b"\xc3"]
)
def test_a_file_that_is_nearly_utf8_is_read(tmp_path, damaged):
    path = tmp_path / "people.csv"
    path.write_bytes(damaged)
    reading = read_file(path, path.name, tmp_path)
    assert rows_of(reading.tables[0])[0] == (2, ("1", "Anna", "12.50"))
    assert [note.code for note in reading.notes] == ["encoding"]


def test_a_zip_whose_directory_points_nowhere_is_called_damaged(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("people.csv", TEXT)
    data = bytearray(out.getvalue())
    place = data.rfind(b"PK\x01\x02") + 42
    data[place : place + 4] = b"\xff\xff\xff\x7f"
    path = tmp_path / "people.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile) as refused:
        read_file(path, path.name, tmp_path)
    assert "damaged" in refused.value.what
