"""Copies of an article and texts that only look like one, made from the annotated articles by fixed draws."""

import random
import re
from collections.abc import Callable, Mapping, Sequence

from nlp.gold import GoldArticle
from nlp.training.swap import swapped

SENTENCE = re.compile(r"(?<=[.!?]) ")
WORD = re.compile(r"[^\W_]+")
PLAIN = re.compile(r"\b[a-z]{3,}\b")
OUTLETS = ("Harbor Wire", "Tri-County Courier", "The Ledger Exchange", "Lakeside News Service")
CREDITS = (
    "By Dana Whitlock, {}",
    "{} staff report",
    "LAKESIDE ({}) —",
    "This story was first published by {} and appears here with its permission.",
)
NOTICES = (
    "Sign up for our morning letter and have the day's stories in your inbox. You can leave at any time.",
    "The Tri-County Courier lives on its readers. If you value local reporting, think of a gift; until December 31 "
    "each gift to the Tri-County Courier is doubled.",
    "Copyright 2024 Harbor Wire. All rights reserved. No part of this may be printed, read on air or passed on.",
    "This post is for information only and makes nobody our client. Past results promise nothing. Call Lowell & Penn "
    "LLP in Chicago and speak to somebody today, free of charge.",
    "More in this section: Council weighs new budget. Bus routes change in March. Five things to do in Lakeside.",
)
ABOUT = (
    "About the office. The office enforces the laws of the state that protect consumers, tenants, patients and "
    "workers, and answers some forty thousand complaints in a year. Anybody who believes that a business has taken "
    "their fingerprint, face scan or voiceprint without asking can file a complaint online, by letter or by telephone.",
    "Contact for the press: Office of Public Affairs, Room 210, open on weekdays from nine to five. Photographs, "
    "transcripts and earlier releases are in the press room. This release is also available in Spanish, Polish, "
    "Tagalog and large print. Please do not answer this message; nobody reads what is sent to this address.",
)
STYLES = (
    ("Illinois", "Ill."), ("California", "Calif."), ("January", "Jan."), ("September", "Sept."),
    ("Corporation", "Corp."), ("Attorney General", "Atty. Gen."), ("percent", "per cent"), ("U.S.", "US"),
    (" — ", "—"), ("'", "’"),
)  # fmt: skip


class Chance(random.Random):
    """The draws for one article, with the articles of its register to draw from."""

    def __init__(self, article: GoldArticle, others: Sequence[GoldArticle], kind: str) -> None:
        super().__init__(f"{kind}/{article.id}")
        self.article = article
        self.others = [other for other in others if other.id != article.id]

    def other(self) -> GoldArticle:
        return self.choice(self.others)


def cut(text: str, chance: Chance) -> str:
    """The text without its end, 50–90% of it, cut at a sentence."""
    wanted = len(text.split()) * chance.uniform(0.5, 0.9)
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        sentences = SENTENCE.split(paragraph)
        while sentences and sum(map(_words, [*kept, *sentences])) > wanted + _words(sentences[-1]) / 2:
            sentences.pop()
        if not sentences:
            break
        kept.append(" ".join(sentences))
    return "\n\n".join(kept)


def headed(text: str, chance: Chance) -> str:
    """Another headline and a credit line."""
    credit = chance.choice(CREDITS).format(chance.choice(OUTLETS))
    return "\n\n".join([headline(chance.other()), credit, *text.split("\n\n")[1:]])


def noticed(text: str, chance: Chance) -> str:
    """One or two of an outlet's notices above, within or below."""
    paragraphs = text.split("\n\n")
    for notice in chance.sample(NOTICES, chance.choice((1, 2))):
        paragraphs.insert(chance.choice((1, len(paragraphs) // 2 + 1, len(paragraphs), len(paragraphs))), notice)
    return "\n\n".join(paragraphs)


def restyled(text: str, _: Chance) -> str:
    """Another house style: abbreviations, quotes and dashes."""
    text = re.sub(r'"([^"\n]*)"', r"“\1”", text)
    for one, other in STYLES:
        text = text.replace(one, other) if one in text else text.replace(other, one)
    return text


def edited(text: str, chance: Chance) -> str:
    """5–10% of the words replaced, added or left out by somebody who leaves the names alone."""
    rate = chance.uniform(0.05, 0.1)

    def edit(match: re.Match[str]) -> str:
        if chance.random() > rate:
            return match.group()
        new = chance.choice(PLAIN.findall(chance.other().text))
        return chance.choice((new, new, new, f"{match.group()} {new}", ""))

    return PLAIN.sub(edit, text)


def opened(text: str, chance: Chance) -> str:
    """Some sentences begin with another word."""
    first = re.compile(r"(?<=[.!?] )(?:The|A|In|It|But|That|This|His|Her|Their|He|She|They)\b")
    return first.sub(lambda match: chance.choice((match.group(), "Yet the", "Meanwhile the", "Now")), text)


def all_of_them(text: str, chance: Chance) -> str:
    """Everything that a copy may go through, one after the other."""
    for change in (cut, edited, opened, restyled, noticed, headed):
        text = change(text, chance)
    return text


def same_suit(article: GoldArticle, chance: Chance) -> str:
    """Another article with the parties of this one: the same suit by another writer."""
    other = chance.other()
    text = other.text
    for field in ("plaintiffs", "defendants"):
        for theirs, ours in zip(getattr(other.record, field), getattr(article.record, field), strict=False):
            text = text.replace(theirs, ours)
    return text


def follow_up(article: GoldArticle, chance: Chance) -> str | None:
    """News of the same suit that ends in two paragraphs of this article; no more of it than is new."""
    old = article.text.split("\n\n")[1:]
    at = chance.randrange(max(len(old) - 1, 1))
    news, background = same_suit(article, chance), old[at : at + 2]
    if sum(map(_words, background)) > _words(news):
        return None
    kept: list[str] = []
    for paragraph in news.split("\n\n"):
        kept.append(paragraph)
        if _words(" ".join(kept)) >= max(sum(map(_words, background)), 0.6 * _words(news)):
            break
    return "\n\n".join(kept + background)


def other_defendants(article: GoldArticle, _: Chance) -> str | None:
    """The same article about somebody else: only the names of those who are sued are others."""
    new: dict[str, str] = {}
    for one, other in zip(article.mentions, swapped(article, 1).mentions, strict=True):
        if one.label == "DEFENDANT":
            new |= dict(zip(WORD.findall(one.text), WORD.findall(other.text), strict=False))
    return WORD.sub(lambda match: new.get(match.group(), match.group()), article.text)


def other_names(article: GoldArticle, _: Chance) -> str:
    """The same article with other names throughout."""
    return swapped(article, 1).text


def _words(text: str) -> int:
    return len(text.split())


def headline(article: GoldArticle) -> str:
    return article.text.split("\n\n", 1)[0]


COPIES: Mapping[str, Callable[[str, Chance], str]] = {
    "cut at 50-90%": cut,
    "other headline and credit line": headed,
    "notices": noticed,
    "house style": restyled,
    "5-10% of words edited": edited,
    "other sentence openings": opened,
    "all of these": all_of_them,
}
LOOK_ALIKES: Mapping[str, Callable[[GoldArticle, Chance], str | None]] = {
    "same suit, another writer": same_suit,
    "follow-up with two old paragraphs": follow_up,
    "other defendants": other_defendants,
    "other names throughout": other_names,
}
