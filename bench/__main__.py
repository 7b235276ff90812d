"""`make bench`: every measure of speed, with its ratio; `python -m bench loading` runs one."""

import sys

from bench import kills, loading, pages, questions, scores

MEASURES = {"loading": loading.main, "questions": questions.main, "pages": pages.main, "kills": kills.main}
# How good, not how fast: run by name, for it takes minutes and needs scikit-learn and leadforge.
BY_NAME = {"scores": scores.main}


def main(wanted: list[str]) -> None:
    """Run the named measures, all of them by default, and print each as a small table."""
    known = MEASURES | BY_NAME
    unknown = [name for name in wanted if name not in known]
    if unknown:
        sys.exit(f"no measure {unknown[0]!r}; there are {', '.join(known)}")
    for name in wanted or MEASURES:
        print(f"\n== {name}", flush=True)
        known[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
