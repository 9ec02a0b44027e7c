"""Pages that lead to articles are none: the lists of common site software and of old hand-made sites."""

import pytest

from scrapers.pages import NoArticle, parse

SITE = "http://www.courtdesk.example"
TITLES = (
    "Grocer must answer for its finger clocks",
    "Airline tries boarding by gait",
    "Clock maker sued for the third time",
    "County buys face scanners for its jail",
    "Gym chain settles with its members",
    "Appeals court hears voiceprint case",
    "Trucker says camera read his face",
    "Photo booth firm faces class action",
)
TEASERS = (
    "A Cook County judge has refused to dismiss a suit against Vale Stores over the finger clocks at its tills.",
    "Passengers who limp may wait a little longer at the gate, says the carrier. Two unions have asked questions.",
    "Nine former cashiers sued in March 2020. They say that nobody asked them before their prints were taken.",
    "The board voted seven to two on Tuesday. The sheriff expects the first cameras in his cells by November.",
    "Members who gave their fingerprints may claim up to 240 dollars each, if the judge signs the papers in May.",
    "Three judges asked the bank how a caller could have agreed to something that nobody had told her about.",
    "The camera in his cab looked at him all day, and the suit says that it measured what it saw of his face.",
    "Guests at weddings were never told what the booth did with their pictures, according to the complaint.",
)
DAYS = ("March 3, 2021", "March 1, 2021", "February 26, 2021", "February 22, 2021") * 2
ITEMS = tuple(zip(TITLES, TEASERS, DAYS, strict=True))
MENU = "<nav><ul>" + "".join(f"<li><a href=/{d}/>{d}</a></li>" for d in ("courts", "agencies", "firms")) + "</ul></nav>"


def page(main: str, head: str = "", body: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body class='{body}'>{MENU}{main}</body></html>".encode()


def each(form: str, items: tuple[tuple[str, str, str], ...] = ITEMS) -> str:
    return "".join(
        form.format(n=n, title=title, teaser=teaser, day=day) for n, (title, teaser, day) in enumerate(items, 1)
    )


LISTINGS = {
    "category with whole teasers": (
        "/category/courts/",
        page(
            "<main><header class=page-header><h1 class=page-title>Category: Courts</h1></header>"
            + each(
                "<article class='post type-post'><header><h2 class=entry-title><a href=/2021/{n}/>{title}</a></h2>"
                "<span class=posted-on><time datetime=2021-03-0{n}>{day}</time></span></header>"
                "<div class=entry-content><p>{teaser}</p></div></article>"
            )
            + "</main>",
            "<title>Courts – Court Desk</title><meta property=og:type content=website>",
            "archive category",
        ),
    ),
    "tag with excerpts cut short": (
        "/tag/fingerprints/",
        page(
            "<div id=content><h1>Tag: fingerprints</h1>"
            + each(
                "<div class=post><h2><a href=/2021/{n}/>{title}</a></h2><p>{teaser} [&hellip;]</p>"
                "<p><a href=/2021/{n}/>Continue reading →</a></p></div>"
            )
            + "</div>"
        ),
    ),
    "search results": (
        "/?s=fingerprint",
        page(
            "<main><h1>Search Results for: fingerprint</h1>"
            + each("<article><h3><a href=/2021/{n}/>{title}</a></h3><p>{day} … {teaser} …</p></article>")
            + "</main>",
            "<title>You searched for fingerprint</title>",
        ),
    ),
    "home page": (
        "/",
        page(
            "<main><section><h1>Court Desk</h1>"
            + each("<div class=card><h2><a href=/2021/{n}/>{title}</a></h2><p>{teaser}</p></div>")
            + "</section></main>",
            "<meta property=og:type content=website>",
        ),
    ),
    "section of a static site": (
        "/posts/",
        page(
            "<main class=main><header class=page-header><h1>Posts</h1></header>"
            + each(
                "<article class=post-entry><header class=entry-header><h2>{title}</h2></header>"
                "<div class=entry-content><p>{teaser}</p></div><footer class=entry-footer>{day} · 2 min</footer>"
                "<a class=entry-link aria-label='post link to {title}' href=/posts/{n}/></a></article>"
            )
            + "</main>"
        ),
    ),
    "author": (
        "/author/maria-stone/",
        page(
            "<div class=author-bio><h1>Maria Stone</h1><p>Maria Stone has covered the courts of Cook County for "
            "nineteen years. Before, she drove a bus, sold shoes and taught Latin, none of them for long.</p></div>"
            + "<div class=stories>"
            + each("<div><h3><a href=/2021/{n}/>{title}</a></h3><p>{teaser}</p><span>{day}</span></div>")
            + "</div>"
        ),
    ),
    "calendar": (
        "/events/",
        page(
            "<main><h1>Hearings and events</h1><ul class=events>"
            + each(
                "<li><time datetime=2021-03-0{n}>{day}</time><h3><a href=/event/{n}/>{title}</a></h3>"
                "<p>{teaser}</p></li>"
            )
            + "</ul></main>"
        ),
    ),
    "teasers in a table": (
        "/archive.html",
        page(
            "<table><tr><td><h1>Archive</h1>"
            + each("<a href=/{n}.html><b>{title}</b></a><br>{teaser}<br><br>")
            + "</td></tr></table>"
        ),
    ),
    "linked titles and no teasers": (
        "/latest/",
        page(
            "<main><h1>Latest</h1>" + each("<div><a href=/2021/{n}/>{title}</a> <span>{day}</span></div>") + "</main>"
        ),
    ),
    "cards that are links": (
        "/topics/biometrics/",
        page(
            "<main><h1>Biometrics</h1>"
            + each("<a href=/2021/{n}/ class=card><h3>{title}</h3><p>{teaser}</p><time>{day}</time></a>")
            + "</main>"
        ),
    ),
    "second page": (
        "/news/page/2/",
        page(
            "<div class=news-list>"
            + each("<div class=item><p class=title><a href=/2021/{n}/>{title}</a></p><p>{teaser}</p></div>")
            + "<a href=/news/page/3/>Older posts</a></div>"
        ),
    ),
    "declared a collection": (
        "/collection/",
        page(
            "<h1>All stories on clocks</h1>" + each("<h4><a href=/2021/{n}/>{title}</a></h4><p>{teaser}</p>"),
            '<script type="application/ld+json">{"@type": "CollectionPage", "name": "Clocks"}</script>',
        ),
    ),
}


@pytest.mark.parametrize(("path", "html"), LISTINGS.values(), ids=LISTINGS)
def test_a_listing_is_no_article(path, html):
    with pytest.raises(NoArticle):
        parse(html, SITE + path)


STORY = "".join(f"<p>{teaser}</p>" for teaser in TEASERS)
LEAD = f"<h1>{TITLES[0]}</h1>"
ARTICLES = {
    "with teasers below": f"<article>{LEAD}{STORY}</article><section>"
    + each("<div><h3><a href=/2021/{n}/>{title}</a></h3><p>{teaser} It goes on.</p></div>", ITEMS[:3])
    + "</section>",
    "with linked subheadings": f"<article>{LEAD}"
    + each("<h2><a href=#part-{n}>{title}</a></h2><p>{teaser}</p><p>Both sides expect an appeal. Neither spoke.</p>")
    + "</article>",
    "a round-up whose headings are links": f"<article>{LEAD}<p class=byline>{DAYS[0]}</p>"
    + each(
        "<h2><a href=http://elsewhere.example/{n}>{title}</a></h2><p>{teaser}</p>"
        "<p>Lawyers for both sides did not answer questions. The case is before Judge Number {n} of the county.</p>"
        "<p>A hearing was set for June, then for July, and may in the end be held in the autumn of the year.</p>"
    )
    + "</article>",
    "with a list of links in it": f"<article>{LEAD}{STORY}<ul>"
    + each("<li><a href=/2021/{n}/>{title}</a></li>")
    + f"</ul>{STORY.replace('.</p>', ', the order says.</p>')}</article>",
}


@pytest.mark.parametrize("body", ARTICLES.values(), ids=ARTICLES)
def test_an_article_is_no_listing(body):
    head = "<meta property='article:published_time' content=2021-03-03>"
    assert parse(page(body, head), f"{SITE}/2021/03/finger-clocks/").title == TITLES[0]
    assert parse(page(body), f"{SITE}/2021/03/finger-clocks/").title == TITLES[0]
