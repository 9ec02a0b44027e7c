"""The model: one spaCy `Language` of our components, in the order in which they need each other.

Each component lays one span group on the document; `label_` is the mention's label, `kb_id_` what it stands for:

    statutes     STATUTE               statute id, or the usual name of an act without one
    courts       COURT                 court id, or the full name of a court without one
    court_hints  COURT                 court id that generic words resolve to ("a Chicago federal judge": ilnd)
    dockets      DOCKET                the number
    captions     CASE                  the caption
    money        MONEY                 "650000000 USD"
    dates        DATE                  YYYY, YYYY-MM or YYYY-MM-DD, resolved against the published date
    regulators   REGULATOR             the agency's usual name (named anywhere, whatever its part)
    firms        LAW_FIRM              the fullest form in the text
    people       JUDGE, COUNSEL        the fullest form in the text
    parties      PLAINTIFF, DEFENDANT  the fullest form in the text; also REGULATOR for an agency that acts here
    events       an event type         the date, or ""; the span is the sentence that reports it
    amounts      an amount kind        "650000000 USD" (laid by the events component)

The sentences component sets `doc.sents`; its sentences never break inside a span of the groups before it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from .weights import FOLDER

# Stored with every article version: which extraction said what it says.
MODEL = "tagger-1"


@cache
def build(weights: Path = FOLDER, until: str | None = None) -> Language:
    """The model, ready to use; built once per process.

    `weights` is a folder of trained weights; `until` is the last component wanted, the whole model if None.
    """
    config = load_config(FOLDER / "config.cfg")
    names = config["nlp"]["pipeline"]
    config["nlp"]["pipeline"] = names[: names.index(until) + 1] if until else names
    config["components"] = {name: config["components"][name] for name in config["nlp"]["pipeline"]}
    for component in config["components"].values():
        if "weights" in component:
            component["weights"] = str(weights)
    return load_model_from_config(config, auto_fill=True)


def read(text: str, published: str | None, skip: Sequence[tuple[int, int]] = (), weights: Path = FOLDER) -> Doc:
    """The document of an article's text with all groups laid.

    `published` (YYYY-MM-DD) resolves its relative dates; nothing is found within the spans of `skip`.
    """
    nlp = build(weights)
    doc = nlp.make_doc(text)
    doc._.published = published
    doc._.skip = tuple(skip)
    return nlp(doc)
