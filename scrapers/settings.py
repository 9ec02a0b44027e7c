"""Scrapy's settings, each departure from its defaults with the reason."""

import os

BOT_NAME = "biodocket"
SPIDER_MODULES = ["scrapers.spiders"]

# Whoever runs the crawl is answerable for it: an address that site owners can write to.
CONTACT = os.environ.get("BIODOCKET_CONTACT", "")
USER_AGENT = f"biodocket/0.1 (legal news tracker; contact: {CONTACT or 'not set'})"

# Polite: we ask first, one page at a time from each outlet, never sooner than it wants.
ROBOTSTXT_OBEY = True
DOWNLOADER_MIDDLEWARES = {
    # Scrapy's own goes on where robots.txt fails, knows no crawl delay, and repeats at once what was told to wait.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapers.politeness.Robots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "scrapers.politeness.Patience": 550,
    # Scrapy's own drops a redirect to elsewhere without a word.
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "scrapers.safety.Redirects": 600,
}
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504]
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Scrapy starts as many tasks for every answer, though ours bring one item; and it reads a callback's source each time.
CONCURRENT_ITEMS = 1
WARN_ON_GENERATOR_RETURN_VALUE = False
COOKIES_ENABLED = False  # nothing here needs an identity, and 300 large cookies break the next request
REFERRER_POLICY = "no-referrer"

# Safe: Scrapy 2.19 would accept any certificate, 1 GiB answers, file: addresses, and open two control ports.
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 10 * 2**20
DOWNLOAD_WARNSIZE = 2 * 2**20
DOWNLOAD_TIMEOUT = float(os.environ.get("BIODOCKET_TIMEOUT", "30"))  # seconds for a whole answer; more on a slow line
DOWNLOAD_HANDLERS = {
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
    "http": "scrapers.safety.Handler",
    "https": "scrapers.safety.Handler",
}
TWISTED_DNS_RESOLVER = "scrapers.safety.Resolver"
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
METAREFRESH_ENABLED = False
REDIRECT_MAX_TIMES = 5
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # what fails stands in the table of fetches
CLOSESPIDER_TIMEOUT = 12 * 3600  # seconds; a site that leads on for ever ends here
MEMUSAGE_LIMIT_MB = 1024
MEMUSAGE_CHECK_INTERVAL_SECONDS = 5.0

LOG_LEVEL = "WARNING"
