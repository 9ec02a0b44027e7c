"""One address per article: what two links must share to be the same page."""

import re
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from tldextract import TLDExtract
from w3lib.url import canonicalize_url

# Parameters that tell where the reader came from, never which page is meant.
TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|hsa|stm|at_campaign)_\w{1,40}|_?hs(?:enc|mi|fp|ctatracking)|__hs\w{1,10}|"
    r"fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|wickedid|epik|"
    r"mc_cid|mc_eid|mkt_tok|vero_id|oly_\w{1,10}|_ga|_gl|_openstat|ncid|cmpid|sr_share|smid|spm|trk|"
    r"ref_src|ref_url|phpsessid|s_cid|cid_source|guccounter|guce_\w{1,20}|__twitter_impression",
    re.IGNORECASE,
)
SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]{0,200}", re.IGNORECASE)
DEFAULT_PORTS = {"http": 80, "https": 443}
# A link with line breaks inside was wrapped by whoever typed it; browsers drop these characters too.
BREAKS = re.compile(r"[\t\r\n]")
LONGEST = 2000  # characters; what browsers and servers have long agreed on, and Scrapy drops what is longer
FORBIDDEN = re.compile(r"[\x00-\x20\x7f<>\\^`{|}\"]")


def canonical(url: str) -> str:
    """The one address under which the page at `url` is kept; ValueError for anything but http and https."""
    url = BREAKS.sub("", url).strip()
    if len(url) > LONGEST:
        raise ValueError(f"too long for a web address: {url[:200]!r}")
    try:
        parts = urlsplit(canonicalize_url(url))
        port = parts.port
    except UnicodeError as error:
        raise ValueError(f"not a web address: {url[:200]!r}") from error
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in DEFAULT_PORTS or not host or FORBIDDEN.search(host):
        raise ValueError(f"not a web address: {url[:200]!r}")
    if ":" in host:
        host = f"[{host}]"
    # Names and passwords in the address are nobody's business once the page is stored.
    netloc = host if port in (None, DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    # Parameters stay as they were encoded: decoding them would lose bytes that are not UTF-8.
    query = "&".join(p for p in parts.query.split("&") if p and not TRACKING.fullmatch(p.partition("=")[0]))
    # Most sites answer with and without the last slash, and link to both.
    path = SESSION.sub("", parts.path).rstrip("/") or "/"
    return urlunsplit((parts.scheme, netloc, path, query, ""))


@cache
def _suffixes() -> TLDExtract:
    # The list that comes with the package: reading an address must not start a download.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def site(url: str) -> str:
    """The registrable domain of an address ("news.example.co.uk": example.co.uk), or its host where there is none."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    try:
        ip_address(host)
    except ValueError:
        # An unlisted top level ("newsroom.example") counts as a public suffix of its own.
        return _suffixes().extract_str(host).top_domain_under_public_suffix or ".".join(host.split(".")[-2:])
    return host
