"""A saved segment keeps its size with every upload."""

from datetime import date, datetime

from analytics.outreach import segments
from analytics.outreach.rule import Rule
from analytics.outreach.sizes import Size, keep_sizes, sizes
from analytics.workspace import Workspace

WHO = ("Olga", datetime(2026, 4, 1, 9, 0))
HEADER = "Order no,Customer,E-mail,Order date,Amount\n"


def _load(workspace: Workspace, folder, name: str, rows: str) -> None:
    (folder / name).write_text(HEADER + rows, encoding="utf-8")
    workspace.load([(name, folder / name)])


def test_the_size_is_kept_once_for_each_day_that_the_data_goes_to(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    _load(workspace, tmp_path, "one.csv", "1,Ann,a@x.example,2026-01-05,10\n2,Bob,b@x.example,2026-01-06,20\n")
    assert keep_sizes(workspace, *WHO) == 0
    workspace.diary.write(segments.save("All of them", Rule(("Every customer",)), WHO))
    assert keep_sizes(workspace, *WHO) == 1
    assert keep_sizes(workspace, *WHO) == 0
    _load(workspace, tmp_path, "two.csv", "3,Cyd,c@x.example,2026-02-07,5\n")
    assert keep_sizes(workspace, *WHO) == 1
    assert sizes(workspace.diary.entries(), "All of them") == [
        Size(date(2026, 1, 6), 2),
        Size(date(2026, 2, 7), 3),
    ]
    assert sizes(workspace.diary.entries(), "Nobody's") == []
