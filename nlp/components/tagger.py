"""Tags the names of an article by the part that each sentence gives them, bystanders among them.

"[Denise Okafor](PLAINTIFF) sued [Brightline](DEFENDANT), which runs [TimeMark](PRODUCT) clocks."
"[Lou Marsh](COUNSEL) of [Marsh & Vey](LAW_FIRM) filed it before Judge [Ana Ruiz](JUDGE)."
"[Kai Orlo](OTHER_PERSON), who teaches law, compared it to the case of [Acme](OTHER_ORG)."
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from ..tagger import Tagged, tag
from ..weights import Weights

Doc.set_extension("tagged", default=Tagged((), {}), force=True)


@Language.factory(
    "biodocket_tagger",
    default_config={"weights": None},
    requires=["doc._.signals"],
    assigns=["doc._.tagged"],
)
def component(nlp: Language, name: str, weights: str | None) -> Callable[[Doc], Doc]:
    """A component that keeps what the tagger makes of a document; `weights` is a folder, the package's own if None."""
    tagger = Weights.of(weights).tagger()

    def tagged(doc: Doc) -> Doc:
        doc._.tagged = tag(doc._.signals, tagger)
        return doc

    return tagged
