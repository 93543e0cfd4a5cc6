-- The catalogue of the volume and what each way of closing wants of it are the court's own policy, in versions.

create table dossier_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_at   timestamptz not null default now(),
    published_by   uuid references person,
    reason         text,
    primary key (court_id, version)
);
create trigger dossier_policy_stays before update or delete on dossier_policy
    for each row execute function published_policy_stays();

alter table policy_draft drop constraint policy_draft_kind_check;
alter table policy_draft add constraint policy_draft_kind_check
    check (kind in ('NODES', 'TRIAGE', 'CALENDAR', 'DOSSIER'));

-- What each way of closing wants of a volume, by the version in force on that day.
create function dossier_needs(court int, day date) returns table (manner text, category text, at_least int)
language sql stable as $$
    select w.value ->> 'manner', n.value ->> 'category', (n.value ->> 'atLeast')::int
    from (
        select document from dossier_policy where court_id = court
        order by effective_from <= day desc, case when effective_from <= day then effective_from end desc,
            case when effective_from <= day then version end desc, effective_from, version
        limit 1
    ) p, jsonb_array_elements(p.document -> 'closings') w, jsonb_array_elements(w.value -> 'needs') n
$$;
