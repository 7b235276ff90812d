"""Links, states and diagnoses in the words of an owner; no numbers are made here."""

LINKS = {"lead_generation": "Lead generation", "nurturing": "Nurturing", "ask": "Direct ask", "sale": "Sale"}
# What the rate of a link is about: of those who came in, the share who bought in the end.
STEPS = {**LINKS, "lead_generation": "Entry to sale"}
# What did not happen to those whose time is over, by the link they did not reach.
LEFT = {
    "lead_generation": "did not buy",
    "nurturing": "were never followed up",
    "ask": "were never asked",
    "sale": "were asked and did not buy",
}
DONE = {"lead_generation": "bought", "nurturing": "were nurtured", "ask": "were asked", "sale": "bought"}
PEOPLE = {"lead_generation": "people who came in", "nurturing": "nurtured people", "ask": "people asked"}
DIAGNOSES = {
    "missing_link": "Missing link",
    "leak": "Leak",
    "slow": "Slow",
    "volume": "Too few people",
    "healthy": "Healthy",
    "healthy_weeding_out": "Healthy weeding out",
    "cant_tell": "Can't tell yet",
}
COLOURS = {
    "missing_link": "missing",
    "leak": "leak",
    "slow": "slow",
    "volume": "volume",
    "healthy": "healthy",
}
STATES = {
    "sold": "Sold",
    "in_play": "In play",
    "never_followed_up": "Never followed up",
    "never_asked": "Never asked",
    "no_answer": "Asked, no answer",
    "refused": "Refused",
    "left": "Gone quiet",
}
# A list of leads that keeps one status per lead, and no days.
LAST_STATUS = "At which step {lost:,} lost leads left is not known: their last status is all that is on file."
TEMPERATURES = {"cold": "Cold", "warm": "Warm", "lead": "Lead", "customer": "Customer"}
RESULTS = {
    "lead": "A lead",
    "deal": "A person asked",
    "customer": "A customer",
    "repeat_customer": "A repeat customer",
}
# What stands before a value in a sentence.
ATTRIBUTES = {
    "source": "source ",
    "industry": "industry ",
    "size": "",
    "product": "product ",
    "referral": "",
    "owner": "owner ",
    "content": "first content ",
    "response": "first response ",
}
QUARTERS = {"this_quarter": "This quarter", "last_quarter": "Last quarter", "a_year_ago": "The same quarter a year ago"}
VIEWS = {"own": "Path written down", "first": "First path", "last": "Last path", "all": "Every path"}
OUTCOMES = {"sold": "Sold", "in_play": "In play", "refused": "Refused", "left": "Gone quiet"}
