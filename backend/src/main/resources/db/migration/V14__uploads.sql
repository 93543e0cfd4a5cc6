-- Where the bytes of files lie: outside the database under their SHA-256; and uploads that may be interrupted.

-- True: the bytes lie in the blob store under (court_id, sha256). False: in stored_chunk, as until this release.
alter table stored_file add column blob boolean not null default false;
create index stored_file_blob on stored_file (court_id, sha256) where blob;

-- A file on its way in, its check, and what came of it. The offset is what was on disk when a part had been received.
create table upload (
    id               uuid primary key,
    court_id         int not null references court,
    person_id        uuid not null references person,
    idempotency_key  text,
    name             text not null,
    metadata         text not null,
    size             bigint not null check (size > 0),
    announced_sha256 text check (announced_sha256 ~ '^[0-9a-f]{64}$'),
    received         bigint not null default 0 check (received between 0 and size),
    state            text not null default 'RECEIVING' check (state in ('RECEIVING', 'CHECKING', 'READY', 'REFUSED')),
    media_type       text,
    sha256           text,
    refusal          json,
    file_id          uuid references stored_file,
    -- Whoever receives or checks holds it until then; a lease that ran out is anybody's.
    lease_by         uuid,
    lease_until      timestamptz,
    created_at       timestamptz not null default now(),
    touched_at       timestamptz not null default now(),
    check ((state = 'READY') = (sha256 is not null and media_type is not null)),
    check ((state = 'REFUSED') = (refusal is not null)),
    unique (person_id, idempotency_key)
);
create index upload_checking on upload (id) where state = 'CHECKING';
create index upload_touched on upload (touched_at);
create index upload_blob on upload (court_id, sha256) where state = 'READY';
