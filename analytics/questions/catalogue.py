"""Every question there is, discovered from the files beside this one."""

from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from analytics.errors import UnknownQuestion
from analytics.sql_header import names, read_header
from analytics.sql_parts import with_parts

HERE = Path(__file__).parent
# What is made anew for the days or the owner that are asked for is made by the select that made it while publishing.
OF_SUMMARIES = HERE.parent / "summaries" / "parts"


@dataclass(frozen=True)
class Question:
    """One question: its SQL and what its header says.

    name    : area/name.
    sql     : text of the file, header included, with the parts that it names written out.
    header  : key to text, as in the file.
    """

    name: str
    sql: str
    header: dict[str, str]

    @property
    def title(self) -> str:
        return self.header["title"]

    @property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """Tables that must have rows; of each group, written `leads or touches`, one is enough, best first."""
        return tuple(tuple(group.split(" or ")) for group in self.header["needs"].split(", "))

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """Tables that it reads where they have rows."""
        return names(self.header.get("uses", ""))

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names that the SQL binds."""
        return tuple(part.split()[0].lstrip("$") for part in self.header.get("params", "").split(";") if part.strip())

    @property
    def returns(self) -> tuple[str, ...]:
        """Columns of the answer, in order."""
        return names(self.header["returns"])

    @property
    def summary(self) -> tuple[str, ...]:
        """Columns that say the same on every row."""
        return names(self.header.get("summary", ""))

    @cached_property
    def screen(self) -> tuple[str, ...]:
        """Columns that a screen shows, where the answer holds more than anybody reads in one table."""
        return names(self.header.get("screen", ""))

    @property
    def absent(self) -> tuple[str, ...]:
        """Columns in which a missing value says that there is none; in all others it is unknown (H3)."""
        return names(self.header.get("absent", ""))

    @property
    def listed_of(self) -> str | None:
        """The summary column that counts all there are, where the answer lists the first of them alone."""
        return self.header.get("listed_of")

    @cached_property
    def module(self) -> ModuleType:
        """headline, figure, findings and, where SQL cannot express the method, compute."""
        return import_module(f"analytics.questions.{self.name.replace('/', '.')}")


@cache
def questions() -> dict[str, Question]:
    """Name to question, sorted by name."""
    found = {}
    for file in sorted(HERE.glob("*/*.sql")):
        name = f"{file.parent.name}/{file.stem}"
        sql = with_parts(file.read_text(encoding="utf-8"), file.parent / "parts", OF_SUMMARIES)
        found[name] = Question(name, sql, read_header(sql))
    return found


def question(name: str) -> Question:
    """The question of that name.

    Raises
    ------
    UnknownQuestion  names the ones there are.
    """
    if name not in questions():
        raise UnknownQuestion(f"There is no question '{name}'.", f"Ask one of: {', '.join(questions())}.")
    return questions()[name]
