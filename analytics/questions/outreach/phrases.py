"""Phrases that several people use, from what they said word for word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST_PHRASE = 6
SHORTEST_WORD = 4
LEAST_PEOPLE = 2
MOST_PHRASES = 12
ENOUGH_PHRASES = 6
# Two phrases that share a word and so large a part of their people say the same thing.
SAME_RATE = 0.6

_SENTENCES = re.compile(r"[.!?;:,()\n\"\u201c\u201d]+|\s[-\u2013\u2014]\s")
_WORDS = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Words that say nothing by themselves, in the languages whose headers are read.
_EMPTY = frozenset(
    word
    for line in (Path(__file__).parent / "empty_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)


@dataclass(frozen=True)
class Phrase:
    """Words that several people used, and the quotes that hold them.

    people : who said it; quotes: places in what was said.
    """

    text: str
    people: frozenset
    quotes: tuple[int, ...]


def phrases(people: Sequence[object], quotes: Sequence[str]) -> list[Phrase]:
    """The phrases that most people use, the most frequent first, none that says the same as one before it.

    people : who said each quote, as long as quotes.
    """
    found: dict[str, tuple[set, dict[int, None]]] = {}
    for place, (person, quote) in enumerate(zip(people, quotes, strict=True)):
        for text in _candidates(quote):
            who, where = found.setdefault(text, (set(), {}))
            who.add(person)
            where[place] = None
    often = {text: who for text, (who, _) in found.items() if len(who) >= LEAST_PEOPLE}
    return [Phrase(text, frozenset(often[text]), tuple(found[text][1])) for text in _apart(often)]


def _candidates(quote: str) -> set[str]:
    """Every run of words within a sentence that could be a phrase."""
    found = set()
    for sentence in _SENTENCES.split(quote.lower().replace("\u2019", "'")):
        words = _WORDS.findall(sentence)
        for start, first in enumerate(words):
            if first in _EMPTY:
                continue
            for end in range(start + 1, min(start + LONGEST_PHRASE, len(words)) + 1):
                if words[end - 1] not in _EMPTY and (end - start > 1 or len(first) >= SHORTEST_WORD):
                    found.add(" ".join(words[start:end]))
    return found


def _apart(often: Mapping[str, set]) -> list[str]:
    """The most used phrases, longer ones first where as many use them; of those that say the same only the first."""
    ranked = sorted(often, key=lambda each: (-_weight(each, often[each]), -len(each), each))
    kept: list[str] = []
    for text in ranked:
        if " " in text and len(kept) < MOST_PHRASES and not _is_said(text, kept, often):
            kept.append(text)
    # One word says little: they stand in only while there are few phrases.
    for text in ranked:
        if " " not in text and len(kept) < ENOUGH_PHRASES and not _is_said(text, kept, often):
            kept.append(text)
    return sorted(kept, key=lambda each: (-len(often[each]), -len(each), each))


def _weight(text: str, who: set) -> float:
    # Three words that ten people use say more than one word that eleven use.
    return len(who) * (1 + 0.25 * min(text.count(" "), 3))


def _is_said(text: str, kept: Sequence[str], often: Mapping[str, set]) -> bool:
    """Whether a phrase that is kept says the same: a common word, and mostly the same people."""
    mine, words = often[text], set(text.split())
    return any(
        words & set(other.split()) and len(mine & often[other]) >= SAME_RATE * min(len(mine), len(often[other]))
        for other in kept
    )
