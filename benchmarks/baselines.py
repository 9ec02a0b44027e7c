"""What others make of the same articles, measured like biodocket; written to nlp/project/baselines.json.

caption      nothing but captions: the sides of the first one are the parties
libraries    eyecite's citations and courts-db's courts, nothing of ours
rules        biodocket's first rules, as they stood in the commit named below, run from the repository's history

    python benchmarks/baselines.py        gold and the hold-out of the corpus
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from courts_db import find_court
from eyecite import get_citations
from eyecite.models import FullCaseCitation, FullLawCitation

from nlp.acts import of_code
from nlp.components.captions import find as find_captions
from nlp.components.captions import sides
from nlp.corpus import CORPUS_LABELS, FOLDER
from nlp.facts import LABELS, Case, Facts, Mention, Value
from nlp.gold import MARK, GoldArticle, read_all
from nlp.score import score
from nlp.training.folds import holdout

ROOT = Path(__file__).parents[1]
RULES = "5a518f1"
GOLD = FOLDER.with_name("gold")
SHOWN = (
    "strict all", "strict PLAINTIFF", "strict DEFENDANT", "strict COURT", "strict STATUTE", "strict CASE",
    "record plaintiffs", "record defendants", "record courts", "record statutes", "record all four", "record filed",
    "first event type",
)  # fmt: skip


def caption_only(article: GoldArticle) -> Facts:
    """The parties that the first caption names."""
    captions = find_captions(article.text)
    mentions = tuple(Mention(c.start, c.end, "CASE", c.text, c.text) for c in captions)
    split = next((s for c in captions if (s := sides(c.text))), None)
    if split is None:
        return Facts(mentions)
    one, other = (Value(name, 0, 1) for name in split)
    return Facts(mentions, Case((captions and Value(captions[0].text, 0, 1)) or None, None, None, (one,), (other,)))


def libraries(article: GoldArticle) -> Facts:
    """Citations by eyecite, courts by courts-db."""
    mentions: list[Mention] = []
    plaintiffs: list[Value] = []
    defendants: list[Value] = []
    statutes: dict[str, Value] = {}
    for citation in get_citations(article.text):
        start, end = citation.span()
        if isinstance(citation, FullLawCitation):
            act = of_code(citation.matched_text())
            mentions.append(Mention(start, end, "STATUTE", article.text[start:end], act.id if act else ""))
            if act:
                statutes[act.id] = Value(act.id, start, end)
        elif isinstance(citation, FullCaseCitation):
            plaintiffs += [Value(n, start, end) for n in (citation.metadata.plaintiff,) if n]
            defendants += [Value(n, start, end) for n in (citation.metadata.defendant,) if n]
    courts = {id_: Value(id_, 0, 1) for id_ in find_court(article.text, allow_partial_matches=True)}
    case = Case(
        plaintiffs=tuple(plaintiffs[:1]),
        defendants=tuple(defendants[:1]),
        courts=tuple(courts.values()),
        statutes=tuple(statutes.values()),
    )
    return Facts(tuple(sorted(mentions)), case)


def rules(sources: Sequence[Path]) -> dict[str, float]:
    """The first rules, from the history of this repository."""
    with tempfile.TemporaryDirectory() as folder:
        tree, texts = Path(folder) / "tree", Path(folder) / "texts"
        tree.mkdir()
        texts.mkdir()
        archive = subprocess.run(["git", "archive", RULES], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x"], cwd=tree, input=archive, check=True)
        for source in sources:
            # That commit knows no marks for bystanders.
            bare = MARK.sub(lambda m: m[0] if m[2] in LABELS else m[1], source.read_text(encoding="utf-8"))
            (texts / source.name).write_text(bare, encoding="utf-8")
        announce(tree)
        out = Path(folder) / "figures.json"
        command = [
            sys.executable,
            "-c",
            "from pipelines.cli import main; main()",
            "eval",
            str(texts),
            "--figures",
            str(out),
        ]
        subprocess.run(command, cwd=tree, env={"PYTHONPATH": str(tree), "PATH": ""}, check=True, capture_output=True)
        rows = json.loads(out.read_text(encoding="utf-8"))["rows"]
    return {name: round(values[2], 3) for name, *values in rows if name in SHOWN}


def announce(tree: Path) -> None:
    """Lets spaCy find that tree's components, and not those of the installed one, by metadata that come first."""
    project = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = tree / f"{project['name']}-{project['version']}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    groups = [
        "\n".join([f"[{group}]", *(f"{name} = {target}" for name, target in entries.items())])
        for group, entries in project["entry-points"].items()
    ]
    (info / "entry_points.txt").write_text("\n".join(groups) + "\n", encoding="utf-8")


def measured(articles: Sequence[GoldArticle], extract: Callable[[GoldArticle], Facts]) -> dict[str, float]:
    """The shown figures of an extraction."""
    figures = score(articles, [extract(a) for a in articles], samples=1).as_dict()
    return {name: round(figures[name], 3) for name in SHOWN}


def main() -> None:
    """Measures all three on both sets."""
    _, rest = holdout(read_all(FOLDER, CORPUS_LABELS))
    results = {}
    for use, articles in (("gold", read_all(GOLD)), ("holdout", rest)):
        folder = GOLD if use == "gold" else FOLDER
        sources = [next(folder.rglob(f"{a.id}.md")) for a in articles]
        results[use] = {
            "articles": len(articles),
            "caption": measured(articles, caption_only),
            "libraries": measured(articles, libraries),
            "rules": rules(sources),
        }
        print(use, json.dumps(results[use], indent=1))
    path = ROOT / "nlp" / "project" / "baselines.json"
    path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
