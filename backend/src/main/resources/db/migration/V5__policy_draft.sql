-- Drafts of policies. Every save is a row of its own, so that whoever saved last can be told what was changed by others,
-- and a version number never comes back. The draft in hand is the last row, unless it was published or thrown away.
create table policy_draft (
    court_id  int not null references court,
    kind      text not null check (kind in ('NODES', 'TRIAGE', 'CALENDAR')),
    version   int not null,
    document  jsonb not null,
    note      text not null,
    edited_by uuid not null references person,
    edited_at timestamptz not null,
    outcome   text check (outcome in ('PUBLISHED', 'DISCARDED')),
    ended_by  uuid references person,
    ended_at  timestamptz,
    reason    text,
    primary key (court_id, kind, version),
    check ((outcome is null) = (ended_at is null))
);

-- Who published a version and why; null for the version a court began with.
alter table node_policy add column published_by uuid references person, add column reason text;
alter table triage_policy add column published_by uuid references person, add column reason text;

-- What was published is what cases were sorted and dated by: it never changes. (A court's first version is put in whole.)
create function published_policy_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a published policy is never changed; publish a new version';
end
$$;
create trigger node_policy_stays before update or delete on node_policy
    for each row execute function published_policy_stays();
create trigger triage_policy_stays before update or delete on triage_policy
    for each row execute function published_policy_stays();
