"""The buyers' own words: phrases that several people use, always with their quotes; few people: only the quotes."""

import pytest

from analytics.questions import ask
from analytics.questions.outreach.phrases import phrases


def _found(*quotes: str) -> dict[str, int]:
    return {each.text: len(each.people) for each in phrases(range(len(quotes)), quotes)}


def test_a_phrase_is_counted_once_a_person():
    found = phrases(["a", "a", "b"], ["Clean work.", "Clean work, clean work", "they do clean work"])
    assert [(each.text, len(each.people), each.quotes) for each in found] == [("clean work", 2, (0, 1, 2))]


def test_the_longer_phrase_of_the_same_people_stands_for_its_parts():
    found = _found("No surprises on the invoice.", "There were no surprises on the invoice", "fine")
    assert found == {"no surprises on the invoice": 2}


def test_a_negation_is_never_cut_off():
    assert "no surprises" in _found("no surprises", "No surprises!")
    assert "nicht gewartet" in _found("nicht gewartet", "Ich habe nicht gewartet")


def test_a_phrase_does_not_run_over_the_end_of_a_sentence():
    assert "time clean work" not in _found("They keep time. Clean work.", "keep time, clean work")


def test_what_one_person_says_is_no_phrase():
    assert _found("A splendid job", "Nothing alike") == {}


@pytest.mark.parametrize("quote", ["", "   ", "!!!", "a", "\u2603", "[x](http://y)" * 50])
def test_odd_quotes_do_no_harm(quote):
    assert isinstance(_found(quote, quote), dict)


def _talks(store, count: int) -> None:
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\n" + "\n".join(
        f"o{n} | c{n} | 2026-01-10 | 10" for n in range(count)
    ))  # fmt: skip
    rows = [
        f"{n + 1} | answered | customers | c{n} | Spring | why_us | You picked up the phone, {n} | Olga | 2026-03-01"
        for n in range(count)
    ]
    _customers(store, count)
    header = "entry_id | kind | source_table | source_ref | topic | value | note | written_by | written_at"
    store.fill("entries", "\n".join([header, *rows]))


def _customers(store, count: int) -> None:
    store.fill("customers", "\n".join(["customer_id | name", *(f"c{n} | Customer {n}" for n in range(count))]))


def test_nine_people_are_quoted_and_not_counted(store):
    _talks(store, 9)
    answer = ask(store.open(), "outreach/words")
    assert answer.not_enough.have == 9 and answer.not_enough.need == 10
    assert len(answer.rows) == 9 and answer.rows["phrase"].isna().all()


def test_from_ten_people_on_phrases_stand_with_their_quotes(store):
    _talks(store, 10)
    answer = ask(store.open(), "outreach/words")
    first = answer.rows.iloc[0]
    assert (first["phrase"], first["phrase_person_count"]) == ("picked up the phone", 10)
    assert "picked up the phone" in first["quote"] and first["asked"] == "Why us"
    assert answer.rows["quote"].nunique() == 10
    assert answer.headline.startswith("Of 10 people, most say 'picked up the phone' (10)")


def test_comments_of_the_happy_count_and_those_of_the_others_do_not(store):
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\no1 | c1 | 2026-01-10 | 10")
    store.fill(
        "feedback",
        """
        customer_id | given_at   | score | scale | comment
        c1          | 2026-02-01 | 10    | nps   | Great crew
        c2          | 2026-02-01 | 8     | nps   | Came a day late
        c3          | 2026-02-01 | 1     | nps   | Never again
        """,
    )
    rows = ask(store.open(), "outreach/words").rows
    assert rows["quote"].tolist() == ["Great crew"]
