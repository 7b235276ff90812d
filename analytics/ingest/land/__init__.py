"""Text becomes canonical rows, by one format per column; what cannot be used is set aside with its reason."""

from analytics.ingest.land.sheet import Sheet, Target, land, prepare

__all__ = ["Sheet", "Target", "land", "prepare"]
