with recursive begun as (
    select source_id, min(month) as month
    from (
        select source_id, strftime('%Y-%m', published) as month from articles
        union all
        select source_id, strftime('%Y-%m', started_at) from source_runs join runs on runs.id = source_runs.run_id
    )
    where month is not null
    group by source_id
),
months as (
    select source_id, month from begun
    union all
    select source_id, strftime('%Y-%m', month || '-01', '+1 month') from months where month < strftime('%Y-%m', 'now')
),
told as (
    select source_id, strftime('%Y-%m', published) as month, count(*) as articles from articles group by 1, 2
),
watched as (
    select
        source_id,
        strftime('%Y-%m', runs.started_at) as month,
        sum(health not in ('out of reach', 'never read')) as times_read,
        sum(health in ('out of reach', 'never read')) as times_missed
    from source_runs join runs on runs.id = source_runs.run_id
    group by 1, 2
)
select
    months.month,
    months.source_id as source,
    coalesce(told.articles, 0) as articles,
    coalesce(watched.times_read, 0) as times_read,
    coalesce(watched.times_missed, 0) as times_missed,
    case
        when told.articles > 0 then 'articles'
        when watched.times_read > 0 then 'read, nothing found'
        when watched.times_missed > 0 then 'out of reach'
        else 'not watched'
    end as coverage
from months
left join told on told.source_id = months.source_id and told.month = months.month
left join watched on watched.source_id = months.source_id and watched.month = months.month
