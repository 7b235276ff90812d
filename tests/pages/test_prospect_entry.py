"""What was learned about a prospect is written with its proof, read at once, and can be taken back."""

import shutil
from pathlib import Path

import pytest

from pages.ui import session
from tests.pages.conftest import open_app, said
from tests.samples import sample_workspace


@pytest.fixture
def app(tmp_path: Path, monkeypatch):
    """The page of a prospect in a sample of its own: other tests must not find what is written here."""
    shutil.copytree(sample_workspace().path, tmp_path / session.SAMPLE)
    monkeypatch.setenv("GLEANER_HOME", str(tmp_path))
    return open_app("pages/prospects/prospect.py", data="sample")


def _control(app, label: str):
    return next(each for each in app.segmented_control if each.label == label)


def _proof(app, place: int):
    return [each for each in app.text_input if each.label == "How do you know?"][place]


def _button(app, label: str):
    return next(each for each in app.button if each.label == label)


def test_an_answer_needs_its_proof_stands_at_once_and_is_taken_back(app):
    assert not app.exception
    _control(app, "Do they want to?").set_value("yes")
    _button(app, "Write down").click().run()
    assert "an answer without its proof is a guess" in said(app)
    _proof(app, 1).set_value("Asked when we could start")
    _button(app, "Write down").click().run()
    assert not app.exception
    assert "Asked when we could start" in said(app)
    _button(app, "Undo").click().run()
    assert "Asked when we could start" not in said(app)


def test_a_label_of_ones_own_stands_beside_ours_with_the_reason(app):
    box = next(each for each in app.selectbox if each.label == "Your own label")
    box.set_value("nurture")
    next(each for each in app.text_input if each.label == "Why?").set_value("They build next year")
    _button(app, "Write down").click().run()
    assert not app.exception
    assert "**Your own label** Nurture" in said(app).replace("\\", "")
    assert "They build next year" in said(app)
