"""The tagger and the decisions: labels to spans, probabilities that sum to one, weights that spaCy loads."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from nlp.linear import Linear
from nlp.model import read
from nlp.tagger import PARTS, spans
from nlp.training.linear import fit
from nlp.weights import FOLDER, Weights


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["O", "B-JUDGE", "I-JUDGE", "O"], [(1, 3, "JUDGE")]),
        (["B-JUDGE", "B-JUDGE"], [(0, 1, "JUDGE"), (1, 2, "JUDGE")]),
        (["I-JUDGE", "I-JUDGE"], [(0, 2, "JUDGE")]),
        (["O", "O"], []),
        (["B-JUDGE", "O", "B-COUNSEL"], [(0, 1, "JUDGE"), (2, 3, "COUNSEL")]),
    ],
)
def test_spans(labels: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert spans(labels) == expected


def test_a_name_has_a_probability_for_every_part() -> None:
    doc = read("Nurse sues chain\n\nAda Berg sued Quillmark Homes LLC on Monday, she said.", "2024-05-08")
    start, end, part = doc._.tagged.names[0]
    shares = doc._.tagged.of(start, end)
    assert doc[start:end].text == "Ada Berg"
    assert part == "PLAINTIFF"
    assert 0.5 < shares[PARTS.index("PLAINTIFF")] <= 1
    assert sum(shares) <= 1.0001


def test_names_that_nobody_has_met() -> None:
    """No name can have been learnt: these were made for this test."""
    doc = read(
        "Former cook sues Zyvomax Grill over palm scans\n\n"
        "Ottoline Vresk, a former cook, sued Zyvomax Grill Corp. in federal court on Monday, claiming that the chain "
        "scanned her palm. Vresk is represented by Hobart Lindqvale of Lindqvale Brusk LLP. The case was assigned to "
        "U.S. District Judge Pomeroy Askwith.",
        "2024-05-08",
    )
    found = {(s.text, s.label_) for group in ("parties", "people", "firms") for s in doc.spans[group]}
    assert {
        ("Ottoline Vresk", "PLAINTIFF"),
        ("Vresk", "PLAINTIFF"),
        ("Zyvomax Grill Corp.", "DEFENDANT"),
        ("Hobart Lindqvale", "COUNSEL"),
        ("Lindqvale Brusk LLP", "LAW_FIRM"),
        ("Pomeroy Askwith", "JUDGE"),
    } <= found


def test_probabilities() -> None:
    model = Linear(("no", "yes"), {"bias": (0.0, 0.0), "filed": (-1.0, 1.0)})
    assert model.probabilities({}) == {"no": 0.5, "yes": 0.5}
    assert model.probabilities({"filed": 1.0})["yes"] == pytest.approx(0.8808, abs=1e-4)
    assert model.probabilities({"never seen": 9.0})["yes"] == 0.5


@pytest.mark.parametrize("answers", [["a", "b"] * 20, ["a", "b", "c", "b"] * 10])
def test_fit_learns_what_the_examples_say(answers: list[str]) -> None:
    model = fit([{f"is-{answer}": 1.0, "noise": 1.0} for answer in answers], answers, 10)
    for answer in set(answers):
        chances = model.probabilities({f"is-{answer}": 1.0, "noise": 1.0})
        assert max(chances, key=lambda one: chances[one]) == answer
        assert sum(chances.values()) == pytest.approx(1, abs=1e-3)


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 25_000_000


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make train"):
        Weights(tmp_path).tagger()


def test_spacy_loads_the_model() -> None:
    program = f"import spacy; nlp = spacy.load({str(FOLDER)!r}); print(nlp.pipe_names[-1], nlp('Ada sued Bolt.').text)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["events", "Ada", "sued", "Bolt."]
    assert spacy.util.load_config(FOLDER / "config.cfg")["nlp"]["pipeline"][0] == "statutes"


def test_every_process_says_the_same() -> None:
    """Sets are ordered anew in every process; what is summed over one must not show it."""
    text = (
        "Cooks sue diner\\n\\nAda Berg and Nils Fors sued Quillmark Diners LLC in federal court in Chicago on "
        "Monday under the Biometric Information Privacy Act, seeking $5,000 for each scan."
    )
    program = (
        f"from nlp.model import read; from nlp.record import facts;print(repr(facts(read('''{text}''', '2024-05-08'))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert "Ada Berg" in said.pop()
