"""The Workbook stream out of an OLE file, which keeps its content in sectors that may lie anywhere.

Source: [MS-CFB] 2.2 (header), 2.3 (sector table), 2.5 (further parts of that table), 2.6 (directory).
"""

import struct

NO_SECTOR = 0xFFFFFFF0


def workbook_stream(data: bytes) -> bytes:
    """The Workbook stream of an OLE file; empty where there is none or where it is small enough for the other store."""
    sector = 1 << struct.unpack_from("<H", data, 30)[0]
    following = sector_table(data, sector)
    first_of_directory = struct.unpack_from("<I", data, 48)[0]
    directory = chain(data, sector, following, first_of_directory)
    for place in range(0, len(directory), 128):
        entry = directory[place : place + 128]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", errors="replace")
        start, size = struct.unpack_from("<II", entry, 116)
        if name in ("Workbook", "Book") and size >= struct.unpack_from("<I", data, 56)[0]:
            return chain(data, sector, following, start)[:size]
    return b""


def sector_table(data: bytes, sector: int) -> list[int]:
    """For each sector the one that follows it."""
    parts = list(struct.unpack_from("<109I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    while more < NO_SECTOR and len(parts) < len(data) // sector:
        listed = struct.unpack_from(f"<{sector // 4}I", data, (more + 1) * sector)
        parts += listed[:-1]
        more = listed[-1]
    used = [part for part in parts if part < NO_SECTOR and (part + 2) * sector <= len(data) + sector]
    return [one for part in used for one in sector_numbers(data, sector, part)]


def sector_numbers(data: bytes, sector: int, part: int) -> tuple[int, ...]:
    """The numbers in one sector of the table."""
    content = data[(part + 1) * sector : (part + 2) * sector]
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def chain(data: bytes, sector: int, following: list[int], start: int) -> bytes:
    """The content of the sectors that follow one another from `start` on."""
    parts, seen = [], 0
    while start < len(following) and seen <= len(following):
        parts.append(data[(start + 1) * sector : (start + 2) * sector])
        start, seen = following[start], seen + 1
    return b"".join(parts)
