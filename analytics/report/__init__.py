"""Answers as text and files: for scripts, downloads and reports."""
