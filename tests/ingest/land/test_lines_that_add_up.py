"""Lines called total among the lines of an order: left out only where the file proves that they add up others."""

import pytest

from tests.ingest.land.landing import load

HEADER = "Order,Date,Customer,Item,Amount\n"


def amounts(landed) -> list[float]:
    return [float(amount) for (amount,) in landed.rows("revenue_amount")]


@pytest.mark.parametrize("word", ["Media", "Average", "Median", "Moyenne", "Mittelwert", "Durchschnitt", "Promedio"])
def test_a_product_called_as_an_average_counts_at_the_price_of_the_other_lines(tmp_path, word):
    lines = [f"{n},2025-01-0{n},Ann,{word},{n}00\n{n},2025-01-0{n},Ann,Creative,{n}50" for n in range(1, 4)]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert (sum(amounts(landed)), landed.receipt.rows_set_aside) == (1350, 0)
    assert "maybe_totals" in landed.codes()


def test_a_product_called_total_counts_at_the_price_of_the_one_other_line(tmp_path):
    lines = ["1,2025-01-06,Ann,Corn flakes,4.50", "1,2025-01-06,Ann,Total,4.50", "2,2025-01-07,Bob,Total,4.50"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert (amounts(landed), "maybe_totals" in landed.codes()) == ([4.5, 4.5, 4.5], True)


def test_a_total_below_one_line_is_left_out_where_it_adds_up_the_lines_of_other_orders(tmp_path):
    lines = ["1,2025-01-06,Ann,Roof,10", "1,2025-01-06,Ann,Total,10", "2,2025-01-07,Bob,Roof,10"]
    lines += ["2,2025-01-07,Bob,Gutter,5", "2,2025-01-07,Bob,Total,15"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert (amounts(landed), landed.receipt.set_aside) == ([10, 10, 5], {"total_row": 2})


def test_a_word_that_once_does_not_add_up_proves_nothing_for_single_lines(tmp_path):
    lines = ["1,2025-01-06,Ann,Flakes,10", "1,2025-01-06,Ann,Total,10", "2,2025-01-07,Bob,Flakes,10"]
    lines += ["2,2025-01-07,Bob,Milk,5", "2,2025-01-07,Bob,Total,10"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert landed.receipt.rows_used == 5


def test_one_line_and_its_tax_are_added_up(tmp_path):
    lines = ["1,2025-01-06,Ann,Roof,10", "1,2025-01-06,Ann,VAT 20%,2", "1,2025-01-06,Ann,Total,12"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert amounts(landed) == [10]
