"""What is compared of clients and prospects, and how it is said: shared by the profile and its chart."""

import pandas as pd

from analytics.questions.prospects.words import ATTRIBUTES

UNKNOWN = "unknown"
BETWEEN = "; "
LOOKS = {"industry": "industry", "site_count": "sites", "product": "product", "path": "path", "referral": "referral"}
CLIENTS = ("clients", "client_industries", "client_sites", "client_products", "client_paths", "client_referrals")
SAID = {**ATTRIBUTES, "sites": "number of sites", "product": "first product", "referral": "whether referred"}


def spelled(name: str, value: object) -> str:
    """A value as the lists of clients hold it."""
    if pd.isna(value):
        return UNKNOWN
    return f"{int(value):,}" if name == "site_count" else str(value)
