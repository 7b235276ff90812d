"""Everything about one customer: what they are to us by every method, what they ordered, what else is on file."""

import streamlit as st

from pages.ui import finder
from pages.ui.answer import show

st.title("One customer")
finder.choose(finder.CUSTOMER)
show("buyers/customer")
show("buyers/customer_orders")
show("buyers/customer_file", table_first=True)
