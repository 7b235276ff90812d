"""The rule of a segment: groups of people, and segments that were kept, combined with or, and, not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analytics.errors import LetterError

# Stands before the name of a segment that was kept, where it is used like a group.
SAVED = "Saved: "


@dataclass(frozen=True)
class Rule:
    """Who belongs: somebody in at least one group of any_of, in every group of all_of, and in none of none_of.

    saved : rule of each segment that was kept, by name; `Saved: <name>` stands among the groups for whoever is in
            it, as brackets would.
    """

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    saved: Mapping[str, "Rule"] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody: 'everybody but' is a group of its own, Every customer."""
        return not (self.any_of or self.all_of)

    @property
    def named(self) -> tuple[str, ...]:
        """Every group that stands in it, each once, those of saved segments not opened."""
        return tuple(dict.fromkeys((*self.any_of, *self.all_of, *self.none_of)))

    def groups(self) -> tuple[str, ...]:
        """Every group on which it depends in the end.

        Raises
        ------
        LetterError  it is made of a segment that was taken back, or in the end of itself.
        """
        found: dict[str, None] = {}
        for name in self.named:
            inner = self._opened(name)
            found |= dict.fromkeys(inner.groups() if inner else (name,))
        return tuple(found)

    def holds(self, groups: frozenset[str]) -> bool:
        """Whether somebody who is in exactly these of its groups belongs."""

        def is_in(name: str) -> bool:
            inner = self._opened(name)
            return inner.holds(groups) if inner else name in groups

        is_any = not self.any_of or any(map(is_in, self.any_of))
        return is_any and all(map(is_in, self.all_of)) and not any(map(is_in, self.none_of))

    def sentence(self) -> str:
        """The rule in words: in Happy or Vital few, and in Pulse: gone, but not in Unhappy."""
        parts = [f"in {' or '.join(self.any_of)}"] if self.any_of else []
        parts += [f"in {name}" for name in self.all_of]
        told = ", and ".join(parts) or "in no group yet"
        return f"{told}, but not in {' or '.join(self.none_of)}" if self.none_of else told

    def to_text(self) -> str:
        """The rule as it is kept."""
        return json.dumps({"any_of": self.any_of, "all_of": self.all_of, "none_of": self.none_of}, ensure_ascii=False)

    def _opened(self, name: str) -> "Rule | None":
        """The saved segment of that name; None for a plain group."""
        if not name.startswith(SAVED):
            return None
        kept = name.removeprefix(SAVED)
        if kept not in self.saved:
            raise LetterError(
                f"The segment '{kept}', of which this one is made, is not there any more or is made of this one.",
                "Take it out, or save a segment under that name again.",
            )
        # Without itself: two people may have made each of two segments of the other one at the same moment.
        return replace(self.saved[kept], saved={each: rule for each, rule in self.saved.items() if each != kept})


def rule_from(text: str | None) -> Rule:
    """The rule that was kept, without the segments that it may be made of; an empty one where the text is none."""
    try:
        told = json.loads(text or "{}")
    except json.JSONDecodeError:
        return Rule()
    told = told if isinstance(told, dict) else {}
    return Rule(*(tuple(map(str, told.get(name) or ())) for name in ("any_of", "all_of", "none_of")))
