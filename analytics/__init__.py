"""Gleaner's core: reads spreadsheets, keeps versions, answers questions. Knows nothing of any screen."""

import os

# Our models solve small systems: with several threads OpenBLAS spins on every call, a second of processor time in each
# publish. It reads this once, when NumPy and SciPy each load their own copy of it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
