select
    cases.id as case_id,
    cases.title,
    (
        select group_concat(name, '; ')
        from entities
        where id in (select entity_id from participants where case_id = cases.id and role = 'plaintiff')
    ) as plaintiffs,
    (
        select group_concat(name, '; ')
        from entities
        where id in (select entity_id from participants where case_id = cases.id and role = 'defendant')
    ) as defendants,
    courts.name as court,
    (
        select group_concat(statutes.name, '; ')
        from case_statutes join statutes on statutes.id = case_statutes.statute_id
        where case_statutes.case_id = cases.id
    ) as statutes,
    cases.docket,
    cases.filed,
    cases.last_event,
    cases.last_event_date,
    cases.sources
from cases
left join courts on courts.id = cases.court_id
