"""Which characters the bytes of a text file stand for, and a UTF-8 copy where they are not UTF-8 yet."""

import codecs
import re
from pathlib import Path

from analytics.ingest.read.binary import every_second

SAMPLE_BYTES = 256 * 1024
BLOCK_BYTES = 4 * 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MIXED = "utf-8 with windows-1252"
# What small businesses' tools write; chardet may answer anything else only by mistake.
ALLOWED_NAMES = """
    windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257
    iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8 iso-8859-9 koi8-r macroman mac_roman
    shift_jis cp932 euc-jp euc-kr cp949 gb2312 gbk gb18030 big5
"""
ALLOWED = frozenset(ALLOWED_NAMES.split())
SURE = 0.5
TWICE = re.compile("[ÃÂ][\u00a1-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
OLDER = ("mac_roman", "cp850")
WESTERN = frozenset("äöüÄÖÜßéèêëàâáíìîïóòôúùûçñãõåæøœÉÈÀÇÑÅÆØÁÍÓÚ’")
CENTRAL = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüäÖÜÄßľĺôĽ")
CENTRAL_EUROPEAN = "windows-1250"
SIGNS = frozenset("€°§£–—‘“”„…®©«»\u00a0")
# Beside them, where Western texts stand: questions in Spanish, squares and cubes.
AT_EDGES = SIGNS | frozenset("¿¡²³½¼ºª±·×")


def encoding_of(path: Path, whole: bool) -> str:
    """The encoding by byte-order mark, strict UTF-8, chardet on an allow-list, then windows-1252.

    whole : look at every byte; otherwise at blocks from the start, the middle and the end.
    """
    blocks = [path.read_bytes()] if whole else sample_blocks(path)
    head = blocks[0]
    for mark, name in MARKS:
        if head.startswith(mark):
            # A mark promises; rows pasted in from elsewhere may still break the promise.
            return MIXED if name == "utf-8" and not all(is_utf8(block, whole) for block in blocks) else name
    if b"\x00" in head[:SAMPLE_BYTES] and every_second(head[:4096]):
        return "utf-16-le" if head[1:4096:2].count(0) > head[0:4096:2].count(0) else "utf-16-be"
    if all(is_utf8(block, whole) for block in blocks):
        return "utf-8"
    return mixed_or_single_byte(b"".join(blocks))


def sample_blocks(path: Path) -> list[bytes]:
    """Blocks of the file from its start, middle and end, cut at line ends so that no character is split."""
    size = path.stat().st_size
    blocks = []
    with path.open("rb") as file:
        for start in sorted({0, max(0, size // 2), max(0, size - SAMPLE_BYTES)}):
            file.seek(start)
            block = file.read(SAMPLE_BYTES)
            after = block.find(b"\n") + 1 if start else 0
            before = block.rfind(b"\n") + 1 or len(block)
            blocks.append(block[after:before] if before > after else block)
    return blocks


def is_utf8(block: bytes, whole: bool) -> bool:
    """Every byte is part of a valid UTF-8 character; one cut off by the end of the block is fine if more follows."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(block, whole)
    except UnicodeDecodeError:
        return False
    return True


def mixed_or_single_byte(data: bytes) -> str:
    """UTF-8 with a few foreign bytes (files pasted together), or one of the older encodings."""
    stray_count, good_count = utf8_counts(data[: 8 * BLOCK_BYTES])
    if good_count >= 4 * stray_count:
        return MIXED
    if other := older_western(data):
        return other
    import chardet

    guess = chardet.detect(b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:SAMPLE_BYTES])
    name = (guess["encoding"] or "").lower()
    if name == CENTRAL_EUROPEAN and is_central_european(data):
        return name
    # Where windows-1252 has no character for a byte, even an unsure guess is the better one.
    likely = (guess["confidence"] or 0) >= SURE or not decodes(data, "windows-1252")
    if name in ALLOWED and likely and decodes(data, name):
        return "windows-1252" if name.startswith("iso-8859-1") else name
    return "windows-1252"


def older_western(data: bytes) -> str | None:
    """mac_roman or cp850 (DOS) where one of them gives Western letters and windows-1252 does not; else None."""
    lines = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:SAMPLE_BYTES]
    shares = {name: western_share(lines.decode(name, errors="replace")) for name in OLDER}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= 0.9 and western_share(lines.decode("windows-1252", errors="replace")) < 0.6:
        return best
    return None


def is_central_european(data: bytes) -> bool:
    """Nearly all characters beyond ASCII are letters of Polish, Czech or Hungarian, and more than are Western ones."""
    lines = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:SAMPLE_BYTES]
    central = letter_share(lines.decode(CENTRAL_EUROPEAN, errors="replace"), CENTRAL, SIGNS)
    return central >= 0.95 and central > letter_share(lines.decode("windows-1252", errors="replace"), WESTERN, AT_EDGES)


def western_share(text: str) -> float:
    """How many of the characters beyond ASCII are what Western European texts have there: inside a word, letters."""
    return letter_share(text, WESTERN, SIGNS)


def letter_share(text: str, letters: frozenset[str], signs: frozenset[str]) -> float:
    """How many of the characters beyond ASCII are these letters, or at the edge of a word these signs."""
    padded = f" {text} "
    beyond = [place for place, letter in enumerate(padded) if letter > "\x7f"]
    good = [place for place in beyond if padded[place] in (letters if is_inside(padded, place) else letters | signs)]
    return len(good) / max(len(beyond), 1)


def is_inside(text: str, place: int) -> bool:
    """A letter stands on both sides."""
    return text[place - 1].isalpha() and text[place + 1].isalpha()


def utf8_counts(data: bytes) -> tuple[int, int]:
    """Bytes that are not UTF-8, and characters beyond ASCII that are."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray_count = sum(1 for letter in text if "\udc80" <= letter <= "\udcff")
    return stray_count, sum(1 for letter in text if letter > "\x7f") - stray_count


def decodes(data: bytes, name: str) -> bool:
    """No byte is foreign to the encoding; a character cut by the end of the sample is fine."""
    try:
        codecs.getincrementaldecoder(name)().decode(data, False)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def spoiled_before(text: str) -> tuple[str, str] | None:
    """(letters as they stand, the letter that was meant) of a text whose UTF-8 an earlier program took for Western."""
    found = TWICE.findall(text[: 4 * BLOCK_BYTES])
    for pair in found if len(found) > 1 else ():
        try:
            return pair, pair.encode("windows-1252").decode("utf-8")
        except UnicodeError:
            continue
    return None


def as_windows_1252(error: UnicodeDecodeError) -> tuple[str, int]:
    """One foreign byte read as windows-1252, or as itself where that code page has no character."""
    byte = error.object[error.start : error.start + 1]
    try:
        return byte.decode("windows-1252"), error.start + 1
    except UnicodeDecodeError:
        return byte.decode("latin-1"), error.start + 1


codecs.register_error("as_windows_1252", as_windows_1252)


def text_blocks(path: Path, encoding: str):
    """The text of a file in blocks, without its byte-order mark."""
    name = {"utf-8": "utf-8-sig", MIXED: "utf-8-sig"}.get(encoding, encoding)
    decoder = codecs.getincrementaldecoder(name)(errors="as_windows_1252")
    with path.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            yield decoder.decode(block)
    yield decoder.decode(b"", True)


def as_utf8(path: Path, encoding: str, scratch: Path) -> Path:
    """A UTF-8 file of the same text: the file itself where it is one already, else a copy in scratch."""
    if encoding == "utf-8":
        return path
    copy = scratch / f"{path.name[:80]}.utf8.csv"
    with copy.open("w", encoding="utf-8", newline="", errors="replace") as file:
        for block in text_blocks(path, encoding):
            file.write(block)
    return copy
