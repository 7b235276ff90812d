"""`make bench`: every measure of speed, with its ratio; `python -m bench loading` runs one."""

import sys

from bench import kills, loading, pages, questions

MEASURES = {"loading": loading.main, "questions": questions.main, "pages": pages.main, "kills": kills.main}


def main(wanted: list[str]) -> None:
    """Run the named measures, all of them by default, and print each as a small table."""
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        sys.exit(f"no measure {unknown[0]!r}; there are {', '.join(MEASURES)}")
    for name in wanted or MEASURES:
        print(f"\n== {name}", flush=True)
        MEASURES[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
