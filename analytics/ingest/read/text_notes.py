"""What is told of a text file as a whole."""

from analytics.ingest.read.aligned import is_unclear
from analytics.ingest.read.encoding import spoiled_before
from analytics.ingest.read.mend import count_of
from analytics.ingest.read.records import lines_of
from analytics.ingest.read.table import Note, note
from analytics.ingest.read.text_file import TextFile

LAYOUTS = {
    "drawn": "The table is drawn with lines; the cells between them were read.",
    "aligned": "The columns are set with blanks; they were cut where blanks stand one under the other.",
    "unclear": "The columns are set with blanks, and where one ends cannot be told: export the file as CSV or Excel.",
}


def file_notes(file: TextFile, nul_count: int, table_count: int) -> tuple[Note, ...]:
    """What was found out about the file as a whole."""
    notes = []
    if file.encoding not in ("utf-8", "utf-16"):
        notes.append(note(None, "encoding", f"The file is not UTF-8; it was read as {file.encoding}."))
    if not file.as_is:
        notes.append(note(None, "line_quotes", "Every line stood in quotes as a whole; they were taken off."))
    if file.marked:
        told = 'Cells were written as formulas (="0042"); the texts in them were read.'
        notes.append(note(None, "formula_marks", told))
    if nul_count:
        notes.append(note(None, "nul", f"{count_of(nul_count, 'zero byte')} left out of the text."))
    if table_count > 1:
        notes.append(note(None, "several_tables", f"The file holds {table_count} tables, offered apart."))
    return tuple(notes)


def layout_notes(file: TextFile, text: str) -> list[Note]:
    """How the columns were told apart where no delimiter does it, or that they may be wrong."""
    if file.layout:
        return [note(None, file.layout, LAYOUTS[file.layout])]
    if (file.width == 1 or file.dialect.delimiter == " ") and is_unclear(plain_lines(text)):
        return [note(None, "unclear_columns", LAYOUTS["unclear"])]
    return []


def spoiled_notes(text: str) -> list[Note]:
    """That letters were spoiled before the file came here."""
    if not (spoiled := spoiled_before(text)):
        return []
    told = f"Letters such as '{spoiled[0]}' stand for '{spoiled[1]}': the program that made the file spoiled them. "
    return [note(None, "spoiled_letters", f"{told}They were kept as they stand.")]


def plain_lines(text: str) -> list[str]:
    """Physical lines without their ends."""
    return [line.rstrip("\r\n") for line in lines_of(text)]
