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
        (julianday(max(published)) - julianday(min(published))) / nullif(count(distinct published) - 1, 0) as gap
    from articles
    where published is not null
    group by source_id
),
-- The days that brought pages nobody had seen, whatever they tell of: a source can be alive and tell nothing of ours.
alive as (
    select
        source_id,
        max(first) as last_page,
        (julianday(max(first)) - julianday(min(first))) / nullif(count(distinct first) - 1, 0) as gap,
        count(distinct first) as days
    from (
        select source_id, date(min(fetched_at)) as first from fetches where warc_file is not null group by source_id, url
    )
    group by source_id
),
-- The last run that brought enough pages to judge by, and all before it.
newest as (
    select source_runs.*
    from source_runs
    join (select source_id, max(run_id) as run_id from source_runs where pages >= 3 group by source_id)
        using (source_id, run_id)
),
past as (
    select
        source_runs.source_id,
        sum(source_runs.pages) as pages,
        sum(source_runs.bodies) as bodies,
        sum(source_runs.articles) as articles,
        sum(source_runs.dated) as dated,
        sum(source_runs.with_facts) as with_facts
    from source_runs
    join newest on newest.source_id = source_runs.source_id and newest.run_id > source_runs.run_id
    group by source_runs.source_id
),
-- What has fallen below half of its own past share; the past must be long enough to have one.
vanished as (
    select
        newest.source_id,
        case
            when past.pages >= 5 and newest.bodies * past.pages * 2 < past.bodies * newest.pages
                then format('article text on %d of %d pages, before on %d of %d',
                    newest.bodies, newest.pages, past.bodies, past.pages)
            when newest.articles >= 3 and past.articles >= 5
                and newest.dated * past.articles * 2 < past.dated * newest.articles
                then format('a date on %d of %d articles, before on %d of %d',
                    newest.dated, newest.articles, past.dated, past.articles)
            when newest.articles >= 5 and past.articles >= 20
                and newest.with_facts * past.articles * 2 < past.with_facts * newest.articles
                then format('facts in %d of %d articles, before in %d of %d',
                    newest.with_facts, newest.articles, past.with_facts, past.articles)
        end as reason
    from newest
    join past on past.source_id = newest.source_id
),
judged as (
    select
        sources.*,
        entrances.last_read,
        entrances.last_asked,
        entrances.tries,
        told.last_article,
        told.articles_7_days,
        told.articles_30_days,
        vanished.reason as vanished,
        -- Five days with new pages tell better how often a source speaks than the articles of its first reading.
        iif(alive.days >= 5, alive.gap, told.gap) as usual_gap,
        iif(alive.days >= 5, alive.last_page, told.last_article) as last_sign
    from sources
    left join entrances on entrances.source_id = sources.id
    left join told on told.source_id = sources.id
    left join alive on alive.source_id = sources.id
    left join vanished on vanished.source_id = sources.id
)
select
    judged.id as source,
    judged.name,
    judged.kind,
    case
        when last_asked is null then 'never asked'
        when tries > 0 then 'out of reach'
        when last_read is null then 'never read'
        when vanished is not null then 'layout changed'
        when julianday('now') - julianday(last_sign) > max(14, 4 * usual_gap) then 'silent'
        when last_article is null then 'no article yet'
        else 'well'
    end as health,
    case
        when tries > 0 then (
            select fetches.reason
            from fetches join frontier on frontier.address = fetches.url or frontier.url = fetches.url
            where frontier.source_id = judged.id and frontier.is_entrance and frontier.tries > 0
                and fetches.outcome = 'failed'
            order by fetches.last_seen_at desc
            limit 1
        )
        when vanished is not null then vanished
        when julianday('now') - julianday(last_sign) > max(14, 4 * usual_gap)
            then format('nothing new since %s, before every %.1f days', last_sign, usual_gap)
    end as reason,
    last_read,
    last_article,
    coalesce(articles_7_days, 0) as articles_7_days,
    coalesce(articles_30_days, 0) as articles_30_days,
    round(usual_gap, 1) as usual_gap_days,
    (select count(*) from frontier where frontier.source_id = judged.id and state = 'queued') as waiting
from judged
