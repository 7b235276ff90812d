"""The production server, with the page of four charts in place of the app: what bench/pages.py drives."""

from pathlib import Path

from server import application

app = application(Path(__file__).parent / "four_charts.py")
