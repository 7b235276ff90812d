"""Owns the made-up company that the app, the tests and the browser checks show; see README.md."""
