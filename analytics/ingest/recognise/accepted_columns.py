"""The accepted columns of every sheet type as Markdown: docs/columns.md."""

from analytics.ingest.recognise.known import Column, SheetType, sheet_types
from analytics.ingest.recognise.tools import tools

SHOWN = 5
TITLE = "# Columns of your spreadsheet\n\nMade by `make columns` from the sheet types; a test holds it true."


def accepted_columns_markdown() -> str:
    """One section per sheet type: what a row is, which columns must be there, some of the headers accepted for each."""
    exports = ", ".join(tool.name for tool in sorted(tools(), key=lambda tool: tool.name.casefold()))
    opening = (
        "Case, spaces, punctuation, accents and currencies in a header do not matter. Headers are known in English, "
        "German, French, Spanish and Dutch, those of lists of sales also in Italian, Portuguese, Danish, Swedish and "
        f"Polish where they are common. So are these exports as they come: {exports}."
    )
    return "\n\n".join([TITLE, opening, *map(section, sheet_types().values())]) + "\n"


def section(kind: SheetType) -> str:
    lines = [
        f"### {kind.title}",
        "",
        f"{kind.says[0].upper()}{kind.says[1:]}.",
        "",
        "| column | headers, for example |",
        "| --- | --- |",
    ]
    return "\n".join(lines + [line(column, kind) for column in kind.columns] + needed(kind))


def line(column: Column, kind: SheetType) -> str:
    star = "*" if column.name in kind.required else ""
    return f"| `{column.name}`{star} | {', '.join(column.accepts[:SHOWN])} |"


def needed(kind: SheetType) -> list[str]:
    """What must be there, in a line below the table."""
    told = ["\\* must be there."] if kind.required else []
    told += [f"One of {', '.join(f'`{name}`' for name in group)} must be there." for group in kind.one_of]
    told += [f"`{name}` is made when the file has none." for name in kind.made]
    return ["", " ".join(told)]


if __name__ == "__main__":
    print(accepted_columns_markdown(), end="")
