"""Gleaner's core: reads spreadsheets, keeps versions, answers questions. Knows nothing of any screen."""
