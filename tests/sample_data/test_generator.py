"""The sample files are the same every time, whole, and hold together."""

import zipfile
from io import BytesIO

import pandas as pd
import pytest

from sample_data.generate import FILES_FOLDER, FOLDER, files
from sample_data.generator.days import FIRST_DAY, LAST_DAY
from sample_data.generator.truths import truths_file
from sample_data.generator.world import make_world
from tests.sample_data.files import exports, orders, read, read_sheet, touches


@pytest.fixture(scope="module")
def world():
    return make_world()


@pytest.fixture(scope="module")
def made(world):
    return files(world)


def parts(content: bytes) -> dict[str, bytes]:
    """Unpacked parts of a workbook: another zlib packs the same parts into other bytes."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {part.filename: packed.read(part) for part in packed.infolist()}


def test_the_files_in_the_tree_are_what_the_generator_makes(made):
    kept = {path.name: path.read_bytes() for path in FILES_FOLDER.iterdir()}
    assert sorted(kept) == sorted(made)
    for name, content in made.items():
        same = parts(kept[name]) == parts(content) if name.endswith(".xlsx") else kept[name] == content
        assert same, f"{name} differs: run `python -m sample_data.generate`"


def test_making_the_files_twice_gives_the_same_bytes(made):
    assert files(make_world()) == made


def test_the_truths_in_the_tree_are_those_of_the_generator(world):
    assert (FOLDER / "truths.json").read_bytes() == truths_file(world)


def test_all_files_together_are_small():
    assert sum(path.stat().st_size for path in FILES_FOLDER.iterdir()) < 1_500_000


def test_the_files_say_that_the_company_is_made_up():
    assert "made-up company" in (FILES_FOLDER / "campaign-report.csv").read_text().splitlines()[0]
    for name, sheet in (("jobs-2026.xlsx", "Jobs 2026"), ("feedback-and-referrals.xlsx", "Feedback")):
        banner = pd.read_excel(FILES_FOLDER / name, sheet_name=sheet, header=None, nrows=1, engine="calamine")
        assert "made-up company" in banner.iloc[0, 0]


def test_there_is_as_much_of_everything_as_the_readme_says():
    assert len(read("customers.csv")) == 400
    assert len(read("leads.csv")) == 900
    assert 1_370 <= len(orders()) <= 1_430
    assert read("leads.csv")["Lead Source"].nunique() == 7
    assert len(exports()) == 6
    assert read("quotas.csv")["Salesperson"].nunique() == 5


def test_every_row_of_the_readme_table_counts_its_file_right():
    lines = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    told = {line.split("|")[1].strip(" `"): line.split("|")[2].strip() for line in lines if line.startswith("| `")}
    counted = {name: len(read(name)) for name in told if not name.endswith(".xlsx")}
    assert counted == {name: int(told[name].replace(",", "")) for name in counted}
    assert set(told) == {path.name for path in FILES_FOLDER.iterdir()}


def test_keys_are_unique_and_the_windows_file_needs_its_encoding():
    assert read("customers.csv")["Customer No"].is_unique
    assert read("leads.csv")["Lead ID"].is_unique
    assert orders()["order_id"].is_unique
    for export in exports():
        assert export["Deal ID"].is_unique
    with pytest.raises(UnicodeDecodeError):
        (FILES_FOLDER / "customers.csv").read_bytes().decode("utf-8")
    assert b"\x96" in (FILES_FOLDER / "customers.csv").read_bytes()  # an en dash: windows-1252, not latin-1


def test_every_reference_points_to_a_row():
    customers, leads = set(read("customers.csv")["Customer No"]), read("leads.csv")
    assert set(orders()["customer_id"]) == customers
    assert set(leads["Referred by"]) - {""} <= customers
    assert set(leads["Converted Account ID"]) - {""} <= customers
    deals = pd.concat([read("deals-closed-2026-08-07.csv"), *exports()])
    assert set(deals["Lead ID"]) - {""} <= set(leads["Lead ID"])
    assert set(deals["Customer ID"]) - {""} <= customers
    assert set(read("interactions.csv")["Deal ID"]) <= set(deals["Deal ID"])
    history = set(read("deal-stage-history.csv")["Deal ID"])
    assert set(exports()[-1]["Deal ID"]) <= history < set(deals["Deal ID"])
    assert set(touches()["person"]) <= set(leads["Email"]) | set(leads["Lead ID"])


def test_the_referral_log_names_known_customers_and_leads():
    log, leads = read_sheet("feedback-and-referrals.xlsx", "Referrals"), read("leads.csv").set_index("Lead ID")
    assert set(log["Referred by"]) <= set(read("customers.csv")["Customer No"])
    assert (log["Lead ID"].map(leads["Lead name"]) == log["Name given"]).all()
    assert (log["Lead ID"].map(leads["Referred by"]) == log["Referred by"]).all()
    assert (pd.to_datetime(log["Asked on"]) <= pd.to_datetime(log["Given on"])).all()


def test_nothing_happens_after_the_last_day_or_before_the_first():
    last, first = pd.Timestamp(LAST_DAY), pd.Timestamp(FIRST_DAY)
    created = pd.to_datetime(read("leads.csv")["Create Date"])
    for days in (orders()["day"], touches()["day"], created.dt.normalize()):
        assert first <= days.min()
        assert days.max() <= last
    assert orders()["day"].max() == last


def test_each_persons_links_follow_one_another_in_time():
    first = touches().groupby(["person", "link"])["day"].min().unstack()
    asked = first[first["ask"].notna()]
    assert (asked["lead_generation"] <= asked["ask"]).all()
    assert (
        asked["nurturing"].isna() | (asked["nurturing"] <= asked["ask"]) | (asked["no"] <= asked["nurturing"])
    ).all()
    assert (asked["sale"].isna() | (asked["ask"] < asked["sale"])).all()
    assert first[first["sale"].notna()]["ask"].notna().all()


def test_a_sale_is_the_day_of_the_first_order_and_of_the_won_deal():
    leads = read("leads.csv")
    known = leads[(leads["Converted Account ID"] != "") & (leads["Email"] != "")].set_index("Email")[
        "Converted Account ID"
    ]
    sales = touches().query("link == 'sale'").set_index("person")["day"]
    first_order = orders().query("not is_refund").groupby("customer_id")["day"].min()
    both = pd.DataFrame({"sale": sales, "order": known.map(first_order)}).dropna()
    assert len(both) > 80
    assert (both["sale"] == both["order"]).all()


def test_every_column_of_days_is_decidable():
    for name, column, place in (
        ("customers.csv", "Customer since", 0),
        ("deals-closed-2026-08-07.csv", "Create Date", 0),
        ("invoices-2025.csv", "Invoice Date", 1),
        ("interactions.csv", "Date", 1),
    ):
        parts_of_day = read(name)[column].str.split(r"[./ ]", regex=True, expand=True).iloc[:, :2].astype(int)
        assert parts_of_day[place].max() > 12, name
        assert parts_of_day[1 - place].max() <= 12, name


def test_postcodes_keep_their_zero_and_names_their_accents():
    customers = read("customers.csv")
    assert customers["Postcode"].str.fullmatch(r"0\d{4}").all()
    names = " ".join([*customers["Customer"], *read("leads.csv")["Lead name"]])
    assert "O'Brien" in names
    assert "Müller" in names


def test_the_total_rows_of_the_workbooks_would_double_the_money():
    jobs = pd.read_excel(FILES_FOLDER / "jobs-2026.xlsx", header=2, engine="calamine")
    assert jobs["Job No"].iloc[-1] == "Total"
    assert round(jobs["Amount"].iloc[-1], 2) == round(jobs["Amount"].iloc[:-1].sum(), 2)
