"""Today names somebody for what to do once, by the first card; later cards say that it is the same one."""

from analytics.questions.finding import Finding, Person
from pages.ui.finding import _again, _named, _text
from tests.pages.conftest import open_app

ANN, BEN, CLEO = (Person(name, name.lower(), "why") for name in ("Ann", "Ben", "Cleo"))


def _finding(*people: Person, count: int = 0) -> Finding:
    return Finding("a/b", "What.", None, "low", "Sure.", people, count or len(people), "Do it.", "buyers/pulse")


def test_whoever_a_card_above_names_is_named_again_without_a_reason_and_the_next_ones_with_it():
    other = Person("Ann", "ann", "another reason")
    finding = _finding(other, BEN, CLEO, count=5)
    again = _again(finding, (ANN,))
    assert again == (other,) and _named(finding, again) == [BEN, CLEO]
    lines = [line for line in _text(finding, again).split("\n") if line.startswith("- ")]
    assert lines[:3] == ["- Ben: why", "- Cleo: why", "- and 2 more"]
    assert lines[3].startswith("- Ann: named above")


def test_two_people_of_one_name_are_not_the_same():
    assert _again(_finding(Person("Ann", "another", "why")), (ANN,)) == ()


def test_today_gives_nobody_of_the_sample_two_next_steps(sample_home):
    app = open_app(data="sample")
    cards = [each.value for each in app.markdown if "Next step:" in each.value]
    lines = [line for card in cards for line in card.split("\n") if line.startswith("- ") and ": " in line]
    names = [line.partition(": ")[0] for line in lines if "named above" not in line]
    assert len(names) > 10 and len(names) == len(set(names))
