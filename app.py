"""Gleaner's table of contents: the page list in order, by section."""

import streamlit as st

from pages.ui import frame

st.set_page_config(
    page_title="Gleaner",
    page_icon="static/icon.png",
    layout="wide",
    menu_items={"About": "Gleaner finds the sales that a small business has already paid for."},
)
st.logo("static/logo.png", size="large", icon_image="static/icon.png")

PAGES = {
    "": [
        st.Page("pages/today/today.py", title="Today", icon=":material/today:", default=True),
        st.Page("pages/data/upload.py", title="Your files", icon=":material/upload_file:"),
    ],
    "Buyers": [
        st.Page("pages/buyers/segments.py", title="Best buyers", icon=":material/star:"),
        st.Page("pages/buyers/customer.py", title="One customer", icon=":material/person:"),
        st.Page("pages/buyers/pulse.py", title="Customer pulse", icon=":material/monitor_heart:"),
        st.Page("pages/buyers/repeat.py", title="Repeat business", icon=":material/repeat:"),
        st.Page("pages/buyers/satisfaction.py", title="Satisfaction", icon=":material/sentiment_satisfied:"),
        st.Page("pages/buyers/referrals.py", title="Referrals", icon=":material/handshake:"),
        st.Page("pages/buyers/worth.py", title="Customer value", icon=":material/savings:"),
        st.Page("pages/buyers/outreach.py", title="Outreach", icon=":material/mail:"),
    ],
    "Funnel": [
        st.Page("pages/funnel/leaks.py", title="Funnel leaks", icon=":material/filter_alt:"),
        st.Page("pages/funnel/paths.py", title="Paths", icon=":material/alt_route:"),
        st.Page("pages/funnel/reasons.py", title="Why people drop", icon=":material/person_search:"),
        st.Page("pages/funnel/times.py", title="Funnel over time", icon=":material/timeline:"),
        st.Page("pages/funnel/audience.py", title="Audience", icon=":material/thermostat:"),
        st.Page("pages/funnel/asks.py", title="Direct asks", icon=":material/record_voice_over:"),
    ],
    "Prospects": [
        st.Page("pages/prospects/scores.py", title="Opportunity or lead", icon=":material/target:"),
        st.Page("pages/prospects/prospect.py", title="One prospect", icon=":material/person_search:"),
        st.Page("pages/prospects/profile.py", title="Ideal client", icon=":material/fingerprint:"),
        st.Page("pages/prospects/report_card.py", title="Report card", icon=":material/fact_check:"),
    ],
    "Data": [
        st.Page("pages/data/people.py", title="One person or two", icon=":material/group:"),
        st.Page("pages/data/tables.py", title="What was kept", icon=":material/table:"),
        st.Page("pages/data/rules.py", title="Your rules", icon=":material/tune:"),
    ],
}

frame.run(PAGES)
