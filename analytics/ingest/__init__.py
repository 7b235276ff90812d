"""Bytes become tables of text, text becomes canonical rows; nothing here knows a page."""
