"""From headers to a sheet type: which table a sheet is and which header stands for which column."""

from analytics.ingest.recognise.best_type import propose, recognise
from analytics.ingest.recognise.known import sheet_type, sheet_types
from analytics.ingest.recognise.recognised import Match, Recognised

__all__ = ["Match", "Recognised", "propose", "recognise", "sheet_type", "sheet_types"]
