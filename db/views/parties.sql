select
    entities.name as party,
    participants.role,
    cases.title as "case",
    cases.docket,
    courts.name as court,
    cases.filed,
    (
        select group_concat(statutes.name, '; ')
        from case_statutes join statutes on statutes.id = case_statutes.statute_id
        where case_statutes.case_id = cases.id
    ) as statutes,
    count(distinct coalesce(articles.copy_of, articles.id)) as sources,
    iif(min(report_values.unsure), 'unsure', null) as certainty,
    cases.id as case_id,
    entities.id as entity_id
from participants
join entities on entities.id = participants.entity_id
join cases on cases.id = participants.case_id
join mentions on mentions.id = participants.mention_id
join article_versions on article_versions.id = mentions.version_id
join articles on articles.id = article_versions.article_id
left join report_values on report_values.mention_id = mentions.id and report_values.field = participants.role
left join courts on courts.id = cases.court_id
group by participants.role, entities.id, cases.id
