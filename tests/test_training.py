"""The training itself, on a few articles: it writes every weight, and the model it makes reads an article."""

from pathlib import Path

from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.gold import read_all
from nlp.model import read
from nlp.record import facts
from nlp.training.folds import register
from nlp.training.measure import figures
from nlp.training.train import train_all


def test_training_on_a_few_articles(tmp_path: Path) -> None:
    corpus = read_all(FOLDER, CORPUS_LABELS)
    registers = sorted({register(a.id) for a in corpus})[:12]
    few = [a for a in corpus if register(a.id) in registers and a.id.endswith(("1", "2"))]
    said: list[str] = []
    train_all(few, tmp_path, said.append)
    assert said[-1] == "training the decisions"
    names = {"tagger.crfsuite", *(f"{n}.json" for n in ("parts", "main", "event", "when", "filing", "forum", "sums"))}
    assert {path.name for path in tmp_path.iterdir()} == names
    text = "Cook sues diner\n\nAda Berg sued Quillmark Diners LLC on Monday over thumb scans."
    assert facts(read(text, "2024-05-08", weights=tmp_path)).mentions
    measured = figures(few[:4], tmp_path)
    assert {row[0] for row in measured["rows"]} >= {"strict all", "record all four"}
    assert 0 <= measured["calibration"]["mentions"]["error"] <= 1
