import pytest

from scrapers.urls import canonical, site

CANONICAL = [
    ("HTTP://News.Example.COM/Courts/Story", "http://news.example.com/Courts/Story"),
    ("http://news.example.com:80/story", "http://news.example.com/story"),
    ("https://news.example.com:443/story", "https://news.example.com/story"),
    ("https://news.example.com:8443/story", "https://news.example.com:8443/story"),
    ("https://news.example.com", "https://news.example.com/"),
    ("https://news.example.com/story/", "https://news.example.com/story"),
    ("https://news.example.com/story#comments", "https://news.example.com/story"),
    ("https://news.example.com/story?utm_source=rss&utm_medium=feed&fbclid=abc", "https://news.example.com/story"),
    ("https://news.example.com/?p=12&UTM_Campaign=x&gclid=1", "https://news.example.com/?p=12"),
    ("https://news.example.com/s?mc_cid=1&mc_eid=2&id=3&_ga=4&msclkid=5", "https://news.example.com/s?id=3"),
    ("https://news.example.com/s?b=2&a=1&b=1", "https://news.example.com/s?a=1&b=1&b=2"),
    ("https://news.example.com/s?referendum=1&gclidx=2", "https://news.example.com/s?gclidx=2&referendum=1"),
    ("https://news.example.com/s?", "https://news.example.com/s"),
    ("https://news.example.com/s?q=%fc", "https://news.example.com/s?q=%FC"),
    ("https://news.example.com/a/../b/./c", "https://news.example.com/b/c"),
    (
        "https://news.example.com/%7ereporter/caf%c3%a9 au lait",
        "https://news.example.com/~reporter/caf%C3%A9%20au%20lait",
    ),
    ("https://news.example.com/50%25-off", "https://news.example.com/50%25-off"),
    ("https://zürich.example/gericht", "https://xn--zrich-kva.example/gericht"),
    ("https://reader:secret@news.example.com/story", "https://news.example.com/story"),
    ("https://news.example.com./story", "https://news.example.com/story"),
    ("https://news.example.com/story;jsessionid=1A2B?page=2", "https://news.example.com/story?page=2"),
    ("  https://news.example.com/a\n story ", "https://news.example.com/a%20story"),
    ("http://[::1]:8080/story", "http://[::1]:8080/story"),
]

NOT_ADDRESSES = [
    "",
    "   ",
    "story.html",
    "/story",
    "//news.example.com/story",
    "ftp://news.example.com/story",
    "file:///etc/hostname",
    "javascript:alert(1)",
    "data:text/html,story",
    "mailto:desk@news.example.com",
    "http:///story",
    "http://[::1/story",
    "http://news.example.com:99999/",
    "http://news\x00.example.com/",
    "http://news.example.com/\ud800",
]


@pytest.mark.parametrize(("url", "expected"), CANONICAL)
def test_canonical(url, expected):
    assert canonical(url) == expected


@pytest.mark.parametrize("url", [url for url, _ in CANONICAL])
def test_canonical_of_canonical_is_itself(url):
    assert canonical(canonical(url)) == canonical(url)


@pytest.mark.parametrize("url", NOT_ADDRESSES)
def test_not_a_web_address(url):
    with pytest.raises(ValueError, match=r"\w"):
        canonical(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.news.example.co.uk/story", "example.co.uk"),
        ("https://News.Example.com:8080/", "example.com"),
        ("http://www.newsroom.example/", "newsroom.example"),
        ("http://newsroom.example/", "newsroom.example"),
        ("http://192.0.2.7/story", "192.0.2.7"),
        ("http://[2001:db8::1]/story", "2001:db8::1"),
        ("http://localhost:8000/", "localhost"),
        ("mailto:desk@example.com", ""),
    ],
)
def test_site(url, expected):
    assert site(url) == expected
