-- Which kinds of files a court takes and how large: its own policy, by version and date.
create table upload_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_by   uuid references person,
    reason         text,
    published_at   timestamptz not null default now(),
    primary key (court_id, version)
);
create trigger upload_policy_stays before update or delete on upload_policy
    for each row execute function published_policy_stays();
