"""How an answer was computed: the rows it counts, its method, the parameters and the SQL that ran (H8)."""

import streamlit as st

from analytics import labels
from analytics.questions import Answer


def show_how_computed(answer: Answer) -> None:
    """A fold with everything that somebody needs to check the numbers; it is sent when somebody opens it."""
    fold = st.expander(
        "How was this computed?",
        icon=":material/calculate:",
        key=f"computed-{answer.question.name}",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        if answer.reconcile:
            st.markdown(labels.markdown(answer.reconcile.sentence()))
        for key, title in {"assumes": "What it assumes", "source": "Where the method comes from"}.items():
            if answer.question.header.get(key):
                st.markdown(f"**{title}:** {labels.markdown(answer.question.header[key])}")
        st.markdown("**With these values:**")
        st.text("\n".join(f"{name} = {_shown(value)}" for name, value in answer.parameters.items()) or "none")
        st.markdown("**The SQL that ran:**")
        st.code(answer.question.sql, language="sql", height=320)


def _shown(value: object) -> str:
    return "not set" if value is None else labels.plain(value)
