select
    reports.case_id,
    report_values.field,
    report_values.value,
    substr(article_texts.text, mentions.quote_start + 1, mentions.quote_end - mentions.quote_start) as quote,
    mentions.text as words,
    articles.outlet,
    articles.published,
    articles.url,
    articles.id as article_id,
    mentions.id as mention_id,
    report_values.confidence,
    iif(report_values.unsure, 'unsure', null) as certainty
from report_values
join reports on reports.id = report_values.report_id
join mentions on mentions.id = report_values.mention_id
join article_texts on article_texts.version_id = mentions.version_id
join articles on articles.id = reports.article_id
order by reports.case_id, report_values.field, report_values.ordinal, articles.published
