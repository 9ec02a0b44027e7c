with entrances as (
    select source_id, max(answered_at) as last_read, max(tries) as tries, max(asked_at) as last_asked
    from frontier
    where is_entrance
    group by source_id
),
told as (
    select
        source_id,
        max(published) as last_article,
        sum(published >= date('now', '-7 days')) as articles_7_days,
        sum(published >= date('now', '-30 days')) as articles_30_days,
        -- Days between two articles, over all that the source has brought.
        (julianday(max(published)) - julianday(min(published))) / nullif(count(distinct published) - 1, 0) as usual_gap
    from articles
    where published is not null
    group by source_id
)
select
    sources.id as source,
    sources.name,
    sources.kind,
    case
        when entrances.last_asked is null then 'never asked'
        when entrances.tries > 0 then 'out of reach'
        when entrances.last_read is null then 'never read'
        when told.last_article is null then 'no article yet'
        when told.usual_gap is not null
            and julianday('now') - julianday(told.last_article) > max(14, 4 * told.usual_gap) then 'silent'
        else 'well'
    end as health,
    (
        select fetches.reason
        from fetches join frontier on frontier.address = fetches.url or frontier.url = fetches.url
        where frontier.source_id = sources.id and frontier.is_entrance and frontier.tries > 0
            and fetches.outcome = 'failed'
        order by fetches.last_seen_at desc
        limit 1
    ) as reason,
    entrances.last_read,
    told.last_article,
    coalesce(told.articles_7_days, 0) as articles_7_days,
    coalesce(told.articles_30_days, 0) as articles_30_days,
    round(told.usual_gap, 1) as usual_gap_days,
    (select count(*) from frontier where frontier.source_id = sources.id and state = 'queued') as waiting
from sources
left join entrances on entrances.source_id = sources.id
left join told on told.source_id = sources.id
