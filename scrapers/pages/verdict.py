"""The answer for a page that holds no article."""


class NoArticle(Exception):  # noqa: N818 - not an error: most pages of a site are no articles
    """A page without an article on it; its message is the reason, short enough for a table."""
