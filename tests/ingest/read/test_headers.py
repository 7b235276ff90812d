"""Names of columns that look like values, and rows of words that look like names."""

import pytest

from analytics.ingest.read import read_file

NUMBERS = "".join(f"Land {place},L{place},{place}.5,{place}.25,{place}.75\n" for place in range(1, 9))


def headers_of(folder, text: str) -> tuple[str, ...]:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, "file.csv", folder).tables[0].headers


@pytest.mark.parametrize(
    "names",
    [
        "Country,Country code,1960,1961,1962",
        "Country,Country code,1990,1995,2000",
        "Product,SKU,Jan-20,Feb-20,Mar-20",
        "Shop,Code,31/12/2019,31/12/2020,31/12/2021",
    ],
)
def test_years_and_months_over_numbers_are_names(tmp_path, names):
    assert headers_of(tmp_path, f"{names}\n{NUMBERS}") == tuple(names.split(","))


def test_a_row_of_numbers_that_look_like_years_is_a_row(tmp_path):
    assert headers_of(tmp_path, NUMBERS.replace(".5", "").replace(".25", "").replace(".75", "")) == ()


def test_words_that_never_come_again_stand_over_words_that_do(tmp_path):
    rows = "".join(f"{fruit},{colour}\n" for fruit in ("apple", "pear") for colour in ("red", "green")) * 5
    assert headers_of(tmp_path, f"Fruit,Colour\n{rows}") == ("Fruit", "Colour")
    assert headers_of(tmp_path, rows) == ()


def test_rare_words_beside_a_number_over_numbers_are_a_row(tmp_path):
    rows = "Basic,Cash,Jones,50\nBasic,Cash,Miller,55\nPlus,Cash,Jones,70\n" * 3
    assert headers_of(tmp_path, f"Deluxe,Card,Smith,100\n{rows}") == ()
    assert headers_of(tmp_path, f"Plan,Paid by,Person,Sum\n{rows}") == ("Plan", "Paid by", "Person", "Sum")


def test_comments_above_a_short_table_do_not_choose_its_delimiter(tmp_path):
    above = "# ----\n# Traffic\n# Account: Shop\n# Start date: 20260101\n# ----\n"
    assert headers_of(tmp_path, f"{above}Channel,Users,Sessions\nDirect,50,70\nMail,5,7\n") == (
        "Channel", "Users", "Sessions",
    )  # fmt: skip
