"""The uploads that are kept, newest first, each with a way back."""


def show_uploads() -> None:
    """One line per upload."""
