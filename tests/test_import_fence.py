"""The way down holds at run time too: what a process really loads."""

import subprocess
import sys


def loaded_after(statement: str) -> set[str]:
    script = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {line.split(".")[0] for line in done.stdout.splitlines()}


EVERYTHING = (
    "import pkgutil, importlib, analytics; "
    "[importlib.import_module(m.name) for m in pkgutil.walk_packages(analytics.__path__, 'analytics.')"
    " if not m.name.endswith('__main__')]"
)


def test_importing_all_of_analytics_leaves_streamlit_unloaded():
    loaded = loaded_after(EVERYTHING)
    assert "duckdb" in loaded
    assert "streamlit" not in loaded


def test_a_load_starts_without_pandas_or_plotly():
    assert not {"pandas", "plotly", "scipy"} & loaded_after("import analytics.workspace")


def test_the_reading_process_starts_without_pandas_plotly_or_sqlalchemy():
    assert not {"pandas", "plotly", "sqlalchemy", "scipy"} & loaded_after("import analytics.ingest.child")
