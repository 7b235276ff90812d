"""The formats in which a column may be written, each a named expression over the text of one cell.

A format is chosen for a whole column, never for a cell. The expressions call the macros of the .sql files beside this
module; only land puts them into a query.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """One way of writing a value.

    code       : short stable name.
    label      : what the receipt says, with an example.
    expression : SQL over {x}, the text of one cell; null where the cell is not written that way.
    order      : 'day', 'month', 'year' or None: which part comes first where the format must choose.
    shape      : the separator of such a format; columns of one file with the same shape are decided together.
    looks      : what a value must look like for the format to be worth trying.
    """

    code: str
    label: str
    expression: str
    order: str | None = None
    shape: str | None = None
    looks: str = ""


TEXT = Format("text", "text as written", "tidy_text({x})")
NAME = Format("name", "name as written", "tidy_name({x})")
EMAIL = Format("email", "e-mail, lower case", "tidy_email({x})")
ID = Format("id", "text as written, leading zeros kept", "tidy_id({x})")
# Programs that take ids for numbers write 13085.0 as soon as one row of the column is empty.
WHOLE_ID = Format("whole_id", "whole number, the .0 behind it left out", "tidy_id(without_point_zero({x}))")
BOOLEAN = Format("boolean", "yes or no in words", "boolean_words({x})")
ANSWER = Format("answer", "yes or no in words, then the proof", "answer_words(tidy_text({x}))")
# A column of ticks; where other numbers stand beside them, 1 is no yes.
TICK = Format("tick", "1 for yes, 0 for no", "case boolean_words({x}) when true then 'yes' when false then 'no' end")

PLAIN = Format("plain", "1234.56", "number_plain({x})")
POINT = Format("point", "1,234.56 (decimal point)", "number_point({x})")
COMMA = Format("comma", "1.234,56 (decimal comma)", "number_comma({x})")
SCORE = Format("score", "4 of 5, 4 stars or ★★★★☆", "score_number({x})")
NUMBERS = (PLAIN, POINT, COMMA)

TEXTS = {"text": TEXT, "name": NAME, "email": EMAIL, "id": ID, "phone": ID, "answer": ANSWER}
