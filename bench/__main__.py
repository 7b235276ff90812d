"""`make bench`: every measure of speed, with its ratio; `python -m bench loading` runs one."""

import sys

from bench import kills, lifetimes, loading, pages, questions, scores, scoring

MEASURES = {
    "loading": loading.main,
    "questions": questions.main,
    "lifetimes": lifetimes.main,
    "pages": pages.main,
    "kills": kills.main,
}
# Run by name, for they take minutes and need scikit-learn: how good scores are (leadforge too), and how fast.
BY_NAME = {"scores": scores.main, "scoring": scoring.main}


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
