"""Need, willingness and resources as people write them: a yes or a no in their words, then the proof."""

import pytest

from tests.ingest.land.landing import load

HEADER = "Name;Created;Source;Need;Willing;Budget confirmed\n"


def landed(folder, *cells: str):
    lines = "".join(f'Lead {number};{number + 1}.02.2026;Fair;"{cell}";;\n' for number, cell in enumerate(cells, 13))
    return load(folder, HEADER + lines)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Ja", "yes"),
        ("Nein", "no"),
        ("Sí", "yes"),
        ("x", "yes"),
        ("✓", "yes"),
        ("Oui !", "yes"),
        ("Ja: will im Mai", "yes: will im Mai"),
        ("yes, urgently", "yes: urgently"),
        ("no (too dear)", "no: too dear"),
        ("Non - trop cher (2x)", "no: trop cher (2x)"),
        ("Yes: 5.000 EUR set aside", "yes: 5.000 EUR set aside"),
        ("Yes.\nThey said so.", "yes: They said so."),
    ],
)
def test_an_answer_in_the_words_of_the_owner_is_read_and_its_proof_kept(tmp_path, cell, read):
    assert landed(tmp_path, cell, "other").rows("need")[0] == (read,)


@pytest.mark.parametrize(
    "cell", ["no hot water", "No. 5 in the row", "X-ray room", "roof leaks", "3", "1", "5.000 EUR"]
)
def test_what_is_no_answer_stays_as_written_and_unknown(tmp_path, cell):
    assert landed(tmp_path, cell, "4").rows("need")[0] == (cell,)


def test_ones_and_noughts_alone_are_ticks(tmp_path):
    found = landed(tmp_path, "1", "0", "")
    assert found.rows("need") == [("yes",), ("no",), (None,)]
    assert found.receipt.formats["need"] == "1 for yes, 0 for no"


def test_the_receipt_says_how_the_answers_are_read(tmp_path):
    found = load(tmp_path, HEADER + "Ann;13.02.2026;Fair;ja;nein;x\nBob;14.02.2026;Fair;;ja;\n")
    assert found.rows("need", "willingness", "resources") == [("yes", "no", "yes"), (None, "yes", None)]
    assert found.receipt.formats["willingness"] == "yes or no in words, then the proof"
