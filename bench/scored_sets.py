"""Cases in order of time on which the chance of a sale is measured: made-up ones whose truth is known, and public."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd

MANY = 16_000


@dataclass(frozen=True)
class Cases:
    """Codes of the attributes, one row per case in order of time (-1 not known), and whether it happened."""

    codes: np.ndarray
    happened: np.ndarray


def made_with_signal(seed: int) -> Cases:
    """Three of six attributes tell, a sixth of the cells is empty."""
    return _made(seed, signal=0.8, drift=0.0)


def made_without_signal(seed: int) -> Cases:
    """Nothing tells."""
    return _made(seed, signal=0.0, drift=0.0)


def made_with_drift(seed: int) -> Cases:
    """Three attributes tell a little; the rate of sales doubles over the years."""
    return _made(seed, signal=0.4, drift=1.2)


def leadforge(seed: int) -> Cases:
    """A simulated company's leads (PyPI leadforge, intermediate): nine columns known when the lead came in."""
    from leadforge.api.generator import Generator
    from leadforge.render.snapshots import build_snapshot

    made = Generator.from_recipe("b2b_saas_procurement_v1", seed=seed, exposure_mode="student_public")
    bundle = made.generate(n_leads=MANY, difficulty="intermediate")
    config = bundle.spec.config
    rows = build_snapshot(
        bundle.simulation_result,
        bundle.population,
        horizon_days=config.horizon_days,
        snapshot_day=config.snapshot_day,
        difficulty_params=config.difficulty_params,
        seed=config.seed,
    ).sort_values(["lead_created_at", "lead_id"], kind="stable")
    return Cases(_codes(rows[list(_FORGED)]), rows["converted_within_90_days"].to_numpy().astype(float))


_FORGED = (
    *("industry", "region", "employee_band", "estimated_revenue_band", "process_maturity_band"),
    *("role_function", "seniority", "buyer_role", "lead_source"),
)


def cdnow(seed: int) -> Cases:
    """Real buyers of CDs in early 1997, in order of their first order: who came back within 180 days."""
    place = Path(find_spec("lifetimes").submodule_search_locations[0]) / "datasets" / "CDNOW_master.txt"
    names = ["customer", "day", "count", "amount"]
    orders = pd.read_csv(place, sep=r"\s+", names=names, header=0)
    orders["day"] = pd.to_datetime(orders["day"].astype(str), format="%Y%m%d")
    first = orders.groupby("customer", as_index=False).first().sort_values(["day", "customer"], kind="stable")
    later = orders.merge(first[["customer", "day"]], on="customer", suffixes=("", "_first"))
    later = later[(later["day"] > later["day_first"]) & ((later["day"] - later["day_first"]).dt.days <= 180)]
    looks = pd.DataFrame(
        {
            "pieces": first["count"].clip(upper=4),
            "price": pd.qcut(first["amount"], 5, labels=False, duplicates="drop"),
            "weekday": first["day"].dt.dayofweek,
        }
    )
    return Cases(_codes(looks), first["customer"].isin(later["customer"]).to_numpy().astype(float))


def breast_cancer(seed: int) -> Cases:
    """Real measurements (bundled with scikit-learn), cut into fifths, in an order drawn by the seed: much signal."""
    from sklearn.datasets import load_breast_cancer

    found = load_breast_cancer(as_frame=True)
    mixed = np.random.default_rng(seed).permutation(len(found.data))
    fifths = found.data.iloc[mixed, :8].apply(lambda column: pd.qcut(column, 5, labels=False))
    return Cases(fifths.to_numpy(), 1.0 - found.target.to_numpy()[mixed].astype(float))


SETS: dict[str, Callable[[int], Cases]] = {
    "made, signal": made_with_signal,
    "made, no signal": made_without_signal,
    "made, drifting rate": made_with_drift,
    "leadforge": leadforge,
    "CDNOW buyers": cdnow,
    "breast cancer": breast_cancer,
}


def _made(seed: int, signal: float, drift: float) -> Cases:
    """Six attributes with five values; a sixth of the cells was never asked, whatever the answer would have been."""
    random = np.random.default_rng(seed)
    codes = random.integers(0, 5, (MANY, 6))
    effects = [random.normal(0, signal * (place < 3), 5) for place in range(6)]
    linear = sum(effect[codes[:, place]] for place, effect in enumerate(effects)) - 1.2
    linear = linear + drift * np.linspace(-0.5, 0.5, MANY)
    happened = (random.random(MANY) < 1 / (1 + np.exp(-linear))).astype(float)
    return Cases(np.where(random.random(codes.shape) < 1 / 6, -1, codes), happened)


def _codes(rows: pd.DataFrame) -> np.ndarray:
    return np.column_stack([pd.factorize(rows[name], sort=True)[0] for name in rows.columns])
