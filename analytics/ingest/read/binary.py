"""Bytes that no text has; the signatures of known kinds were looked for before."""

from analytics.errors import UnsupportedFile
from analytics.ingest.read.refusal import refusal


def refuse_binary(name: str, head: bytes) -> None:
    """Raises UnsupportedFile for bytes that no text has: mostly NULs, or many control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    nul_count = head.count(b"\x00")
    if nul_count == len(head):
        raise refusal(name, "a file of zero bytes only, as a broken download leaves")
    control_count = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 27)))
    # UTF-16 without a mark has a NUL in every second place; anything else with many is a binary.
    if is_lock(head):
        raise UnsupportedFile(
            what=f"'{name}' is the small file that Excel keeps beside a workbook while somebody has it open.",
            fix="Close the workbook in Excel, then upload the workbook itself.",
        )
    # Old programs fill their cells up with NULs; the rest is plain text then.
    filled_up = not control_count and nul_count < len(head) * 0.6 and head.count(b"\n") + head.count(b"\r") > 1
    if control_count > len(head) * 0.05 or (nul_count > len(head) * 0.05 and not every_second(head) and not filled_up):
        raise refusal(name, "a binary file")


def is_lock(head: bytes) -> bool:
    """The owner's name with its length in front, filled up with blanks, and once more in wide characters."""
    length = head[0]
    name = head[1 : 1 + length]
    wide = b"".join(bytes([letter, 0]) for letter in name)
    return len(head) in (162, 165) and 0 < length < 54 and head[1 + length : 54].strip() == b"" and wide in head


def every_second(head: bytes) -> bool:
    """NULs keep to even or to odd places, as in UTF-16 text."""
    even, odd = head[0::2].count(b"\x00"), head[1::2].count(b"\x00")
    return max(even, odd) > 0.4 * (len(head) / 2) and min(even, odd) < 0.1 * max(even, odd)
