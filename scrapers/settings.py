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
}
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504]
CONCURRENT_REQUESTS = 16
CONCURRENT_REQUESTS_PER_DOMAIN = 1
COOKIES_ENABLED = False  # nothing here needs an identity, and 300 large cookies break the next request
REFERRER_POLICY = "no-referrer"

# Safe: Scrapy 2.19 would accept any certificate, 1 GiB answers, file: addresses, and open two control ports.
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 10 * 2**20
DOWNLOAD_WARNSIZE = 2 * 2**20
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_HANDLERS = {"file": None, "data": None, "ftp": None, "s3": None}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
METAREFRESH_ENABLED = False
REDIRECT_MAX_TIMES = 5
DEPTH_LIMIT = 50  # pages of a listing; an endless calendar stops here
MEMUSAGE_LIMIT_MB = 1024
MEMUSAGE_CHECK_INTERVAL_SECONDS = 5.0

LOG_LEVEL = "WARNING"
