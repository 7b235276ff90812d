"""Owns truths.json."""
def truths_file(world):
    return b"{}"
