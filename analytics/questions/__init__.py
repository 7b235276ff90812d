"""Questions: one .sql and one .py each, discovered; asked of a version, answered with rows, a figure and findings."""

from analytics.questions.answer import Answer, ask
from analytics.questions.catalogue import Question, question, questions

__all__ = ["Answer", "Question", "ask", "question", "questions"]
