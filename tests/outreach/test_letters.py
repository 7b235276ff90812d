"""Letters: only the fields there are, nothing that a value holds is acted on, no letter with a gap."""

import pytest

from analytics.errors import LetterError
from analytics.outreach.letters import FIELDS, Letter, Template, check, fields_of, fill, waiting


def _template(body: str, subject: str = "A question") -> Template:
    return Template("Test", "research", subject, body)


def test_fields_are_replaced_in_subject_and_body():
    letter = fill(
        _template("Dear {first_name},\n\nthank you, {first_name}.", "{company} and us"),
        {"first_name": "Nora", "company": "Ambergate"},
    )
    assert (letter.subject, letter.body) == ("Ambergate and us", "Dear Nora,\n\nthank you, Nora.")
    assert not letter.is_blocked


def test_what_a_letter_waits_for_is_added_to_the_file_or_typed_by_who_writes():
    letter = Letter("", "", ("company", "my_phone"))
    assert waiting(letter, "Ann") == (
        "This letter waits. Not known of Ann: their company. Add it to your file and load it again, or write the letter"
        " without it."
        " Not typed yet: your phone. Type it above."
    )
    assert waiting(Letter("", "", ("my_name",)), "Ann") == "This letter waits. Not typed yet: your name. Type it above."


@pytest.mark.parametrize("value", [None, "", "   ", "\u200b"])
def test_a_missing_value_blocks_the_letter_and_is_named(value):
    letter = fill(_template("Dear {first_name} of {city}"), {"first_name": value, "city": "Warwick"})
    assert letter.is_blocked and letter.missing == ("first_name",)
    assert letter.body == "Dear {first_name} of Warwick"


def test_of_two_fields_the_first_with_a_value_counts():
    template = _template("Dear {first_name or name}")
    assert fill(template, {"first_name": "Nora", "name": "Ambergate Mill"}).body == "Dear Nora"
    assert fill(template, {"first_name": " ", "name": "Ambergate Mill"}).body == "Dear Ambergate Mill"
    assert fill(template, {}).missing == ("first_name",)


@pytest.mark.parametrize(
    "text",
    [
        "{first_name or}",
        "{first_name or nobody}",
        "{first_name.__class__}",
        "{0}",
        "{}",
        "{first_name!r}",
        "{first_name:>10}",
        "{self}",
        "{ first_name }",
        "{FIRST_NAME}",
    ],
)
def test_what_is_no_field_is_an_error_that_says_which_there_are(text):
    with pytest.raises(LetterError) as refused:
        fields_of(f"Dear {text}")
    assert all(f"{{{name}}}" in refused.value.fix for name in FIELDS)


def test_a_near_miss_is_pointed_out():
    with pytest.raises(LetterError, match="Did you mean {first_name}"):
        fields_of("Dear {firstname}")


@pytest.mark.parametrize("text", ["Dear {first_name", "Dear first_name}", "{{first_name}}", "{first\n_name}"])
def test_a_brace_that_stands_alone_is_an_error(text):
    with pytest.raises(LetterError) as refused:
        fields_of(text)
    assert refused.value.code == "LoneBrace"


def test_a_value_is_never_read_for_fields_again():
    values = {"name": "{my_phone}", "my_phone": "555-0100", "first_name": "%s $name {0}"}
    assert fill(_template("{name} / {first_name}"), values).body == "{my_phone} / %s $name {0}"


def test_a_value_stays_on_one_line():
    letter = fill(_template("Hi", "For {name}"), {"name": "Ann\r\nBcc: all@x.example"})
    assert letter.subject == "For Ann Bcc: all@x.example"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (Template("T", "research", " ", "Body"), "EmptyPart"),
        (Template("T", "research", "Subject", "\n"), "EmptyPart"),
        (Template("", "research", "Subject", "Body"), "EmptyPart"),
        (Template("T", "research", "One\nTwo", "Body"), "SeveralLines"),
        (Template("T", "research", "Subject", "x" * 10_001), "TooLong"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(template, code):
    with pytest.raises(LetterError) as refused:
        check(template)
    assert refused.value.code == code and refused.value.fix
