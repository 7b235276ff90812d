"""What the documents say is true."""

import re
from pathlib import Path

from analytics.__main__ import _parser
from analytics.ingest.recognise.accepted_columns import accepted_columns_markdown

ROOT = Path(__file__).parents[1]


def test_the_list_of_columns_is_the_one_that_recognises():
    assert (ROOT / "docs" / "columns.md").read_text(encoding="utf-8") == accepted_columns_markdown()


def test_every_link_of_the_documents_leads_somewhere():
    broken = []
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "sample_data" / "README.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            if not (document.parent / target).exists():
                broken.append(f"{document.name}: {target}")
    assert broken == []


def test_every_command_and_option_is_documented():
    text = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    commands = next(action for action in _parser()._actions if hasattr(action, "choices") and action.choices)
    for name, parser in commands.choices.items():
        assert f"## {name}" in text
        for action in parser._actions:
            for option in action.option_strings[:1]:
                assert option in text or option in {"-h", "--help"}, f"{name} {option}"


def test_every_requirement_is_pinned_and_says_what_for():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith("#")]
        assert [
            line for line in lines if not re.fullmatch(r'[\w-]+==[\d.]+(; sys_platform != "win32")?\s+# .+', line)
        ] == []
