"""The same work without a screen: load, map, ask, list, read. Documented in docs/command-line.md; keep it stable."""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from analytics.errors import GleanerError, UnknownParameter, UnknownQuestion, WorkspaceError

DONE, SOME_FAILED, WRONG_USAGE = 0, 1, 2


def load(arguments: argparse.Namespace) -> int:
    """Load files into a workspace and print one receipt per sheet."""
    from analytics.workspace import LoadOptions, Workspace

    options = LoadOptions(as_type=arguments.as_type, day_first=arguments.day_first)
    files = [(file.name, file) for file in arguments.files]
    receipts = Workspace(arguments.workspace).load(files, options)
    if arguments.json:
        print(json.dumps([receipt.to_dict() for receipt in receipts], ensure_ascii=False, indent=1))
    else:
        print("\n".join(receipt.sentence() for receipt in receipts))
    return SOME_FAILED if any(receipt.error for receipt in receipts) else DONE


def ask(arguments: argparse.Namespace) -> int:
    """Ask one question of the current version and print the answer."""
    from analytics import questions
    from analytics.filters import from_query
    from analytics.report import plain
    from analytics.workspace import Workspace

    filters = from_query(dict(_pair(text) for text in arguments.set or []))
    questions.question(arguments.question)
    answer = questions.ask(Workspace(arguments.workspace).store(), arguments.question, filters)
    formats: dict[str, Callable[[], str]] = {
        "json": lambda: plain.to_json(answer),
        "csv": lambda: plain.to_csv(answer.rows).rstrip("\r\n"),
        "table": lambda: plain.to_table(answer),
    }
    print(formats[arguments.format]())
    return DONE


def list_questions(arguments: argparse.Namespace) -> int:
    """Print every question there is."""
    from analytics.questions import questions

    found = [
        {"name": each.name, **each.header, "parameters": each.parameters, "returns": each.returns}
        for each in questions().values()
    ]
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print("\n".join(f"{each['name']:<36} {each['question']}" for each in found))
    return DONE


def read(arguments: argparse.Namespace) -> int:
    """Print a file as read, before any meaning."""
    from analytics.ingest.read.apart import read_apart

    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "read"
        read_apart(arguments.file, arguments.sheet, arguments.format, out)
        with out.open(encoding="utf-8", newline="") as text:
            shutil.copyfileobj(text, sys.stdout)
    return DONE


def map_columns(arguments: argparse.Namespace) -> int:
    """Say what the columns of a loaded file are, as the upload page does; remembered for files with these columns."""
    from analytics.ingest.recognise.choice import Choice
    from analytics.workspace import Workspace

    workspace = Workspace(arguments.workspace)
    told = _receipt_of(workspace, arguments.file, arguments.sheet)
    if arguments.forget:
        receipts = workspace.forget(told)
    else:
        said = dict(_pair(text) for text in arguments.column or []) or None
        receipts = workspace.remap(told, Choice(arguments.as_type, said, arguments.day_first, arguments.numbering))
    print(json.dumps([receipt.to_dict() for receipt in receipts], ensure_ascii=False, indent=1))
    return SOME_FAILED if any(receipt.error for receipt in receipts) else DONE


def _receipt_of(workspace, file: str, sheet: str | None):
    """The newest receipt of a file of that name.

    Raises
    ------
    WorkspaceError  no such file, or no such sheet in it, was loaded.
    """
    for upload in reversed(workspace.uploads()):
        if upload.name == file:
            for told in workspace.receipts(upload.upload_id):
                if sheet in (None, told.sheet):
                    return told
    names = ", ".join(sorted({f"'{upload.name}'" for upload in workspace.uploads()}))
    raise WorkspaceError(
        f"No file '{file}'{f' with a sheet {sheet!r}' if sheet else ''} has been loaded here.",
        f"Load it first. These were: {names}." if names else "Load it first.",
    )


def _pair(text: str) -> tuple[str, str]:
    # A header may hold an equals sign, the name of a column or parameter does not.
    name, equals, value = text.rpartition("=") if text.count("=") > 1 else text.partition("=")
    if not equals:
        raise UnknownParameter(f"'{text}' sets nothing.", "Write it as parameter=value.")
    return name, value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analytics", description="Gleaner without a screen.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_load(commands.add_parser("load", help=load.__doc__))
    _add_ask(commands.add_parser("ask", help=ask.__doc__))
    lister = commands.add_parser("list", help=list_questions.__doc__)
    lister.add_argument("--json", action="store_true")
    lister.set_defaults(run=list_questions)
    reader = commands.add_parser("read", help=read.__doc__)
    reader.add_argument("file", type=Path, metavar="FILE")
    reader.add_argument("--sheet", metavar="NAME")
    reader.add_argument("--format", choices=["csv", "json"], default="csv")
    reader.set_defaults(run=read)
    _add_map(commands.add_parser("map", help=map_columns.__doc__))
    return parser


def _add_map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="NAME")
    parser.add_argument("--workspace", required=True, type=Path, metavar="DIR")
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument("--as", dest="as_type", choices=_sheet_types(), metavar="SHEET_TYPE")
    parser.add_argument("--column", action="append", metavar="HEADER=column")
    _add_day_order(parser)
    numbers = parser.add_mutually_exclusive_group()
    numbers.add_argument("--numbers-of", dest="numbering", metavar="TOOL")
    numbers.add_argument("--same-numbers", dest="numbering", action="store_const", const="")
    parser.add_argument("--forget", action="store_true")
    parser.set_defaults(run=map_columns)


def _add_day_order(parser: argparse.ArgumentParser) -> None:
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", dest="day_first", action="store_true", default=None)
    order.add_argument("--month-first", dest="day_first", action="store_false")


def _add_load(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--workspace", required=True, type=Path, metavar="DIR")
    parser.add_argument("--as", dest="as_type", choices=_sheet_types(), metavar="SHEET_TYPE")
    _add_day_order(parser)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=load)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="AREA/NAME")
    parser.add_argument("--workspace", required=True, type=Path, metavar="DIR")
    parser.add_argument("--set", action="append", metavar="parameter=value")
    parser.add_argument("--format", choices=["json", "csv", "table"], default="json")
    parser.set_defaults(run=ask)


def _sheet_types() -> list[str]:
    return sorted(file.stem for file in (Path(__file__).parent / "ingest" / "sheet_types").glob("*.toml"))


def main(words: list[str] | None = None) -> int:
    """Run one command.

    returns : 0 done, 1 some file or question could not be used, 2 wrong usage.
    """
    arguments = _parser().parse_args(words)
    try:
        done = arguments.run(arguments)
        sys.stdout.flush()
        return done
    except BrokenPipeError:
        # Whoever reads us has enough, as `head` has; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except GleanerError as error:
        print(json.dumps({"error": {"what": error.what, "fix": error.fix}}, ensure_ascii=False))
        print(f"{error.what} {error.fix}", file=sys.stderr)
        return WRONG_USAGE if isinstance(error, UnknownQuestion | UnknownParameter) else SOME_FAILED


if __name__ == "__main__":
    sys.exit(main())
