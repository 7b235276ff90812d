"""Text that is no table: web pages, XML, business cards, e-mails, JSON; told from how it begins."""

from analytics.ingest.read.refusal import refusal

MARKUP = (
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<head", "a web page (HTML)"),
    (b"<body", "a web page (HTML)"),
    (b"<table", "a web page (HTML)"),
    (b"<script", "a web page (HTML)"),
    (b"<svg", "a picture (SVG)"),
    (b"<?xml", "an XML file"),
    (b"<!doctype", "an XML file"),
    (b"begin:vcard", "a file of business cards (vCard)"),
    (b"begin:vcalendar", "a calendar (iCalendar)"),
)
MAIL = frozenset([b"from", b"to", b"subject", b"date", b"mime-version", b"message-id", b"received", b"return-path"])
PAGES = tuple(tag for tag, what in MARKUP if "HTML" in what)


def refuse_markup(name: str, head: bytes) -> None:
    """Raises UnsupportedFile for a web page or XML, as a tool sends when its log-in has run out."""
    start = readable_start(head)
    for tag, what in MARKUP:
        if start.startswith(tag):
            raise refusal(name, what)
    if is_mail(head):
        raise refusal(name, "an e-mail")
    if start.startswith((b"{", b"[")) and looks_like_json(start):
        raise refusal(name, "a JSON file")


def is_mail(head: bytes) -> bool:
    """Lines such as `From: ...` before the first blank one, three of those that every mail has among them."""
    names = {line.split(b":", 1)[0].lower() for line in head.splitlines()[:60] if b": " in line}
    return head[:1].isalpha() and len(names & MAIL) >= 3


def readable_start(head: bytes) -> bytes:
    """The first bytes in lower case without marks, blanks and comments, UTF-16 as plain bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\x00", b"")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    while start.startswith(b"<!--") and b"-->" in start:
        start = start.split(b"-->", 1)[1].lstrip()
    return start


def looks_like_json(start: bytes) -> bool:
    """A key in quotes with a colon right after the opening brace."""
    inside = start.lstrip(b"[{ \r\n\t")
    return inside.startswith(b'"') and b'":' in inside[:200].replace(b'" :', b'":')
