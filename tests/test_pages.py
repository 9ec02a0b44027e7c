"""Pages in, articles out: the sample's three layouts, odd markup, metadata."""

from datetime import UTC, datetime, timedelta

import pytest

from scrapers.pages import SITES, NoArticle, generic, parse
from scrapers.pages.markup import read
from scrapers.sample.newsroom import load_stories, page
from scrapers.sample.site import answer
from scrapers.urls import canonical

STORIES = load_stories()
URL = "http://www.courtdesk.example/2021/04/clock-suit"
HEADLINE = "Grocer must answer for its finger clocks"
BODY = (
    "A Cook County judge has refused to dismiss a suit against Vale Stores over the finger clocks at its tills.",
    "“The act means what it says,” the judge wrote on Monday. The chain had argued that nobody was harmed.",
    "Nine former cashiers sued in March 2020. They say that nobody asked them before their prints were taken.",
    "The chain did not answer questions. A hearing is set for June, and both sides expect an appeal after it.",
)
TEXT = "\n\n".join((HEADLINE, *BODY))
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in BODY)


def html(body: str = f"<h1>{HEADLINE}</h1>{PARAGRAPHS}", head: str = "") -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


# The sample's layouts


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
@pytest.mark.parametrize("only_generic", [False, True], ids=["dispatched", "generic"])
def test_sample_story(story, only_generic):
    related = [other for other in STORIES if other.outlet == story.outlet and other != story][:3]
    raw = page(story, related)
    article = generic.parse(read(raw, story.url)) if only_generic else parse(raw, story.url)
    assert article.text.split("\n\n") == [story.headline, *story.body]
    assert article.title == story.headline
    assert article.url == canonical(story.url)
    assert article.published == story.published.date().isoformat()
    assert article.published_at == story.published.isoformat()
    assert article.outlet == story.outlet.name
    if story.outlet.id == "ledger" or (story.outlet.id == "bulletin" and not only_generic):
        assert article.authors == (story.author,)


def test_every_site_parser_is_reachable():
    assert "biometricbulletin.example" in SITES
    assert all(domain == domain.lower() for domain in SITES)


def test_a_site_parser_leaves_a_layout_it_does_not_know_to_the_generic_one():
    article = parse(html(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>"), "http://biometricbulletin.example/new")
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("http://biometricbulletin.example/news/", "a listing of links, not an article"),
        ("http://biometricbulletin.example/news/page/2/", "a listing of links, not an article"),
        ("http://biometricbulletin.example/white-papers/", "no article text on the page"),
        ("http://biometricbulletin.example/topics/lawsuits/", "no article text on the page"),
        ("http://www.lakefrontledger.example/about/", "no article text on the page"),
        ("http://www.lakefrontledger.example/sitemap_index.xml", "not a web page"),
        ("http://www.lakefrontledger.example/wp-json/wp/v2/posts", "not a web page"),
        ("http://www.lakefrontledger.example/no-such-page", "no article text on the page"),
        ("http://faceprintwire.example/feed/", "not a web page"),
    ],
)
def test_sample_pages_without_an_article(path, reason):
    with pytest.raises(NoArticle, match=f"^{reason}$"):
        parse(answer(path, STORIES).body, path)


# Markup

TEASERS = "".join(
    f"<h2><a href=/a{n}>Clock maker sued for the {n}th time</a></h2><p>{BODY[n % 4]}</p>" for n in range(6)
)
LINKS = "".join(f"<li><a href=/a{n}>Clock maker sued for the {n}th time this year</a></li>" for n in range(30))

MARKUP = [
    ("plain", f"<h1>{HEADLINE}</h1>{PARAGRAPHS}"),
    ("article", f"<article><header><h1>{HEADLINE}</h1><p>By Maria Stone</p></header>{PARAGRAPHS}</article>"),
    ("headline twice", f"<h1>{HEADLINE}</h1><div><h2>{HEADLINE}</h2>{PARAGRAPHS}</div>"),
    ("breaks for paragraphs", f"<h1>{HEADLINE}</h1><div>{'<br><br>'.join(BODY)}</div>"),
    ("breaks in a font in a table", f"<table><tr><td><h1>{HEADLINE}</h1><font>{'<br> <br>'.join(BODY)}</font></table>"),
    ("single breaks after sentences", f"<h1>{HEADLINE}</h1><p>{'<br>'.join(BODY)}</p>"),
    ("unclosed paragraphs", f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{p}\n" for p in BODY)),
    (
        "inline markup",
        f"<h1>{HEADLINE}</h1>" + PARAGRAPHS.replace("chain", "<b>ch</b>ain").replace("suit", "<a href=/x>suit</a>"),
    ),
    (
        "a quotation",
        f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p><blockquote><p>{BODY[1]}</p></blockquote><p>{BODY[2]}</p><p>{BODY[3]}</p>",
    ),
    ("a list", f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p><ul><li>{BODY[1]}</li><li>{BODY[2]}</li></ul><p>{BODY[3]}</p>"),
    (
        "an advertisement",
        f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p><p>Advertisement</p>" + PARAGRAPHS.removeprefix(f"<p>{BODY[0]}</p>"),
    ),
    (
        "a dateline and shares",
        f"<h1>{HEADLINE}</h1><p>April 5, 2021 | Maria Stone</p><p>Share | Tweet | Print</p>{PARAGRAPHS}",
    ),
    (
        "comments",
        f"<h1>{HEADLINE}</h1>{PARAGRAPHS}<h3>2 Comments</h3><p>I worked there and nobody told me, ever.</p>",
    ),
    (
        "comments under two headings",
        f"<h1>{HEADLINE}</h1>{PARAGRAPHS}<div><h2>Comments</h2><h3>2 Comments</h3><p>Nobody told me, ever.</p></div>",
    ),
    ("related posts", f"<h1>{HEADLINE}</h1>{PARAGRAPHS}<h3>Related Posts</h3><ul>{LINKS}</ul>"),
    (
        "unseen characters",
        f"<h1>{HEADLINE}</h1>"
        + PARAGRAPHS.replace("chain", "ch\u00ad\u200bain").replace("judge ", "judge&nbsp;&#8203; "),
    ),
    ("control characters", f"<h1>{HEADLINE}</h1><div>{'<br><br>'.join(BODY).replace('chain', 'ch&#1;ain')}</div>"),
    ("a menu never closed", f"<nav><ul><li><a href=/>Front page</a></ul><h1>{HEADLINE}</h1>{PARAGRAPHS}"),
    (
        "a menu without its tag",
        f"<div><ul>{'<li><a href=/x>Courts of appeal</a>' * 9}</ul></div><h1>{HEADLINE}</h1>{PARAGRAPHS}",
    ),
    ("windows quotes", f"<h1>{HEADLINE}</h1>" + PARAGRAPHS.replace("“", "&#147;").replace("”", "&#148;")),
]


@pytest.mark.parametrize(("body"), [body for _, body in MARKUP], ids=[name for name, _ in MARKUP])
def test_markup(body):
    assert parse(html(body), URL).text == TEXT


def test_a_story_split_into_rows_stays_whole():
    row = "<div class=row><div class=cell><p>{}</p></div></div><div class=promo>Advertisement</div>"
    long = [
        f"{p} The order, number {n}, runs to eleven pages and leaves little open for a jury."
        for n, p in enumerate(BODY * 4)
    ]
    body = f"<main><h1>{HEADLINE}</h1>{''.join(row.format(p) for p in long)}</main><div><p>{BODY[0]} x.</p></div>"
    assert parse(html(body), URL).text == "\n\n".join((HEADLINE, *long))


def test_a_story_that_the_extractor_takes_the_smallest_box_of_is_read_slowly():
    long = [f"{p} The order, number {n}, runs to eleven pages and leaves little open." for n, p in enumerate(BODY * 9)]
    box = f"<div class=entry-content><p>{BODY[0]}</p></div>"
    body = f"<h1>{HEADLINE}</h1>{box}<div class=rows>{''.join(f'<p>{p}</p>' for p in long)}</div>"
    assert set(long) <= set(parse(html(body), URL).text.split("\n\n"))


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (f"<h1>News</h1>{TEASERS}", URL),
        (f"<h1>News</h1><ul>{LINKS}</ul>" + "".join(f"<p>{p[:60]}… Read more</p>" for p in BODY * 2), URL),
        (f"<h1>Court Desk</h1>{PARAGRAPHS}", "http://www.courtdesk.example/"),
    ],
    ids=["headings with teasers", "teasers cut short", "front page"],
)
def test_listings(body, url):
    with pytest.raises(NoArticle, match="a listing of links, not an article"):
        parse(html(body), url)


def test_an_article_that_ends_in_links_is_no_listing():
    article = parse(
        html(f"<h1>{HEADLINE}</h1>{PARAGRAPHS * 3}<ul>{LINKS}</ul>", "<meta property=og:type content=article>"), URL
    )
    assert article.title == HEADLINE


# Metadata

LD = '<script type="application/ld+json">{}</script>'
NEWS = '{{"@type": "NewsArticle", "headline": "Grocer &amp; chain", "datePublished": "2021-04-05T22:30:00-05:00", {}}}'


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        (LD.format(NEWS.format('"author": {"@type": "Person", "name": "Maria Stone"}')), "authors", ("Maria Stone",)),
        (
            LD.format(NEWS.format('"author": [{"name": "Maria Stone"}, "Jon Vale"]')),
            "authors",
            ("Maria Stone", "Jon Vale"),
        ),
        (LD.format("[" + NEWS.format('"publisher": {"name": "Court Desk"}') + "]"), "outlet", "Court Desk"),
        (LD.format('{"@graph": [' + NEWS.format('"x": 1') + "]}"), "title", "Grocer & chain"),
        (LD.format(NEWS.format('"x": 1')), "published_at", "2021-04-05T22:30:00-05:00"),
        (LD.format(NEWS.format('"x": 1')), "published", "2021-04-05"),
        (LD.format(NEWS.format('"inLanguage": "en-US"')), "language", "en"),
        (LD.format('{"@type": ["ReportageNewsArticle"], "datePublished": "2021-04-05"}'), "published", "2021-04-05"),
        (LD.format("{broken") + LD.format(NEWS.format('"x": 1')), "published", "2021-04-05"),
        (
            LD.format('{"@type": "Article", "author": {"@id": "#p"}}')
            + LD.format('{"@id": "#p", "@type": "Person", "name": "Jon Vale"}'),
            "authors",
            ("Jon Vale",),
        ),
        (
            '<meta property="article:published_time" content="2021-04-05T08:00:00+02:00">',
            "published_at",
            "2021-04-05T08:00:00+02:00",
        ),
        ('<meta property="og:site_name" content="Court Desk">', "outlet", "Court Desk"),
        (
            '<meta property="og:title" content="Grocer sued | Desk"><meta property="og:site_name" content="Desk">',
            "title",
            "Grocer sued",
        ),
        (f"<title>{HEADLINE} - Court Desk</title>", "title", HEADLINE),
        (f"<title>{HEADLINE} - Court Desk</title>", "outlet", "Court Desk"),
        ('<meta name="author" content="Maria Stone">', "authors", ("Maria Stone",)),
        (
            '<link rel="canonical" href="/2021/04/clock-suit-final/">',
            "url",
            "http://www.courtdesk.example/2021/04/clock-suit-final",
        ),
        ('<link rel="canonical" href="https://elsewhere.example/clock-suit">', "url", URL),
        ('<link rel="canonical" href="http://www.courtdesk.example/">', "url", URL),
        ('<link rel="canonical" href="http://[::1">', "url", URL),
        (
            '<meta property="og:url" content="http://courtdesk.example/x?utm_source=a">',
            "url",
            "http://courtdesk.example/x",
        ),
        ("", "published", None),
        ("", "outlet", None),
    ],
)
def test_metadata(head, field, expected):
    assert getattr(parse(html(head=head), URL), field) == expected


def test_a_page_cut_short_gives_what_has_arrived():
    raw = html(head="<meta name=date content=2021-04-05>")
    assert parse(raw[: raw.index(BODY[3].encode()) + 30], URL).text.startswith(TEXT[:300])


def test_a_date_in_the_future_is_none():
    soon = datetime.now(UTC) + timedelta(days=400)
    head = f'<meta property="article:published_time" content="{soon.isoformat()}">'
    assert parse(html(head=head), URL).published is None
