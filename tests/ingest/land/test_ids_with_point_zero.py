"""Ids that a program took for numbers: 13085.0 is the customer 13085 of every other file."""

from tests.ingest.land.landing import load

HEADER = "Invoice,Date,Customer ID,Amount\n"


def test_the_point_zero_behind_every_id_of_a_column_is_left_out_and_told(tmp_path):
    landed = load(tmp_path, f"{HEADER}1,2026-01-05,13085.0,10\n2,2026-01-06,,20\n3,2026-01-07,120.0,30\n")
    assert landed.rows("customer_id") == [("13085",), ("120",)]
    assert landed.receipt.formats["customer_id"] == "whole number, the .0 behind it left out"


def test_where_one_id_means_something_by_its_point_all_stay_as_written(tmp_path):
    landed = load(tmp_path, f"{HEADER}1,2026-01-05,7.0,10\n2,2026-01-06,7.1,20\n")
    assert landed.rows("customer_id") == [("7.0",), ("7.1",)]
