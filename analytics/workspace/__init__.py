"""The workspace: uploads, versions and the catalogue of one business."""

from analytics.workspace.landing import LoadOptions
from analytics.workspace.records import Chosen, Entry
from analytics.workspace.workspace import Workspace

__all__ = ["Chosen", "Entry", "LoadOptions", "Workspace"]
