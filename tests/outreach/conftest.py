"""The workspace in a temporary folder, as the tests of the workspace have it."""

from tests.workspace.conftest import load, workspace

__all__ = ["load", "workspace"]
