-- Who signs what (clause 一(五)) is the court's own policy, in versions.

create table signing_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_at   timestamptz not null default now(),
    published_by   uuid references person,
    reason         text,
    primary key (court_id, version)
);
create trigger signing_policy_stays before update or delete on signing_policy
    for each row execute function published_policy_stays();

alter table policy_draft drop constraint policy_draft_kind_check;
alter table policy_draft add constraint policy_draft_kind_check
    check (kind in ('NODES', 'TRIAGE', 'CALENDAR', 'DOSSIER', 'SIGNING'));

-- The version that was in force when a paper was fixed: whoever is asked to sign it was asked by that one, and a later one
-- moves none of its seats. What was fixed before this was fixed under what every court begins with.
alter table paper add column signing_version int;
update paper set signing_version = 1 where file_id is not null;
alter table paper add constraint paper_signing_version_check check ((file_id is null) = (signing_version is null));

alter table paper_edition add column signing_version int not null default 1;
alter table paper_edition alter column signing_version drop default;
