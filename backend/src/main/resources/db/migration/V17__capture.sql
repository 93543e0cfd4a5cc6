-- The key of each person's phone: it shuts what the field app keeps there, and comes with every sign-in.
create table device_key (
    person_id  uuid primary key references person,
    court_id   int not null references court,
    key        bytea not null check (octet_length(key) = 32),
    created_at timestamptz not null default now()
);

-- What officers took on the spot: as its hash says it was, and the item of the e-file that it became.
create table capture (
    person_id uuid not null references person,
    id        uuid not null,
    court_id  int not null references court,
    slip_id   uuid not null references task_slip,
    item_id   uuid not null references dossier_item,
    kind      text not null check (kind in ('PHOTO', 'AUDIO', 'RECORD')),
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    taken_at  timestamptz not null,
    lat       double precision,
    lng       double precision,
    accuracy  double precision,
    -- The text that the hash of a record is of, byte by byte.
    record    text,
    filed_at  timestamptz not null,
    primary key (person_id, id),
    check ((record is not null) = (kind = 'RECORD')),
    check (num_nulls(lat, lng, accuracy) in (0, 3))
);
create index capture_slip on capture (slip_id);
create index capture_item on capture (item_id);
