-- The key of each person's phone: it shuts what the field app keeps there, and comes with every sign-in.
create table device_key (
    person_id  uuid primary key references person,
    court_id   int not null references court,
    key        bytea not null check (octet_length(key) = 32),
    created_at timestamptz not null default now()
);
