select
    events.id as event_id,
    events.date,
    events.type,
    cases.title as "case",
    courts.name as court,
    (
        select group_concat(statutes.name, '; ')
        from case_statutes join statutes on statutes.id = case_statutes.statute_id
        where case_statutes.case_id = cases.id
    ) as statutes,
    events.sources,
    iif((select min(unsure) from event_articles where event_id = events.id), 'unsure', null) as certainty,
    (
        select substr(article_texts.text, event_articles.quote_start + 1, event_articles.quote_end - event_articles.quote_start)
        from event_articles
        join article_texts on article_texts.version_id = event_articles.version_id
        join reports on reports.id = event_articles.report_id
        join articles on articles.id = reports.article_id
        where event_articles.event_id = events.id
        order by articles.published, articles.url
        limit 1
    ) as quote,
    (
        select articles.url
        from event_articles
        join reports on reports.id = event_articles.report_id
        join articles on articles.id = reports.article_id
        where event_articles.event_id = events.id
        order by articles.published, articles.url
        limit 1
    ) as url,
    events.case_id
from events
left join cases on cases.id = events.case_id
left join courts on courts.id = cases.court_id
