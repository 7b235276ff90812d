"""Owns the files of the made-up company: `python -m sample_data.generate` writes them all anew, byte for byte the same.

Needs the development requirement xlsxwriter (the two workbooks); everything else is the standard library.
"""

import sys
from datetime import date
from pathlib import Path

if __package__ in (None, ""):  # started as `python sample_data/generate.py`
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sample_data.generator import activity_files, deal_files, money_files, people_files, truths, workbooks
from sample_data.generator.days import FIRST_DAY
from sample_data.generator.world import World, make_world

FOLDER = Path(__file__).resolve().parent
FILES_FOLDER = FOLDER / "files"


def files(world: World) -> dict[str, bytes]:
    """Every file of the sample by name."""
    made = {
        "customers.csv": people_files.customers_file(world),
        "leads.csv": people_files.leads_file(world),
        "invoices-2023-2024.csv": money_files.invoices_file(world, FIRST_DAY, date(2024, 12, 31)),
        "invoices-2025.csv": money_files.invoices_file(world, date(2025, 1, 1), date(2025, 12, 31)),
        "jobs-2026.xlsx": workbooks.jobs_workbook(world),
        "touches-crm.csv": activity_files.crm_log_file(world),
        "touches-website.tsv": activity_files.web_log_file(world),
        "campaign-report.csv": activity_files.counts_file(world),
        "deals-closed-2026-08-07.csv": deal_files.archive_file(world),
        "deal-stage-history.csv": deal_files.stage_history_file(world),
        "interactions.csv": activity_files.interactions_file(world),
        "feedback-and-referrals.xlsx": workbooks.feedback_workbook(world),
        "quotas.csv": activity_files.quotas_file(),
    }
    exports = {name: deal_files.pipeline_file(world, place) for place, name in enumerate(deal_files.export_names())}
    return dict(sorted({**made, **exports}.items()))


def main() -> None:
    """Write the files and truths.json, and say how large each is."""
    world = make_world()
    FILES_FOLDER.mkdir(exist_ok=True)
    made = files(world)
    for name, content in made.items():
        (FILES_FOLDER / name).write_bytes(content)
        print(f"{len(content):>9,}  {name}")
    (FOLDER / "truths.json").write_bytes(truths.truths_file(world))
    print(f"{sum(map(len, made.values())):>9,}  in all")


if __name__ == "__main__":
    main()
