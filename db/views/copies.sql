select
    originals.title,
    originals.outlet,
    originals.published,
    originals.url,
    articles.title as copy_title,
    articles.outlet as copy_outlet,
    articles.published as copy_published,
    articles.url as copy_url,
    articles.alike,
    originals.id as article_id,
    articles.id as copy_id
from articles
join articles as originals on originals.id = articles.copy_of
order by originals.published desc, originals.id, articles.published, articles.url
