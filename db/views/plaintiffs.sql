select party as plaintiff, "case", docket, court, filed, statutes, sources, certainty, case_id, entity_id
from parties
where role = 'plaintiff'
