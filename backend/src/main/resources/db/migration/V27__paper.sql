-- Court papers (文书), their numbers, signatures and service.

-- A court's own templates. Version 1 of each kind is the one the application brings; a court's begin with 2.
create table paper_template (
    court_id     int not null references court,
    kind         text not null,
    version      int not null check (version > 1),
    text         text not null,
    reason       text not null,
    published_by uuid not null references person,
    published_at timestamptz not null,
    primary key (court_id, kind, version)
);

-- The last number of each court, word and year, taken in the transaction that uses it, so that none is left out.
create table paper_serial (
    court_id int not null references court,
    word     text not null,
    year     int not null,
    last     int not null,
    primary key (court_id, word, year)
);

create table paper (
    id         uuid primary key,
    court_id   int not null references court,
    case_id    uuid not null references enforcement_case,
    kind       text not null,
    status     text not null check (status in ('DRAFT', 'TO_SIGN', 'SIGNED', 'VOID')),
    word       text,
    year       int,
    serial     int,
    edition    int not null default 1,
    template   int not null,
    addressee  text,
    fields     json not null,
    large      boolean not null default false,
    file_id    uuid references stored_file,
    sha256     text,
    fixed_at   timestamptz,
    drafted_by uuid not null references person,
    drafted_on date not null,
    item_id    uuid references dossier_item,
    reason     text,
    version    int not null default 1,
    unique (court_id, word, year, serial),
    check ((word is null) = (serial is null) and (word is null) = (year is null)),
    check ((file_id is null) = (sha256 is null)),
    check (status not in ('TO_SIGN', 'SIGNED') or (serial is not null and file_id is not null))
);
create index paper_case on paper (case_id, id);
create index paper_to_sign on paper (court_id, id) where status = 'TO_SIGN';

-- What was fixed for signature, also what a later edition replaced.
create table paper_edition (
    paper_id   uuid not null references paper,
    court_id   int not null references court,
    edition    int not null,
    template   int not null,
    addressee  text,
    fields     json not null,
    file_id    uuid not null references stored_file,
    sha256     text not null,
    fixed_by   uuid not null references person,
    fixed_at   timestamptz not null,
    primary key (paper_id, edition)
);

-- Whatever is signed, by which rule, over which bytes.
create table signature (
    court_id         int not null references court,
    subject          text not null,
    subject_id       uuid not null,
    version          int not null,
    seat             text not null,
    person_id        uuid not null references person,
    person_name      text not null,
    sha256           text not null check (length(sha256) = 64),
    signed_at        timestamptz not null,
    authenticated_at timestamptz,
    session          text,
    level            text,
    primary key (subject_id, version, seat),
    -- No one person takes two steps.
    unique (subject_id, version, person_id)
);
create function signature_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a signature is never changed' using errcode = 'ZX001';
end
$$;
create trigger signature_append_only before update or delete on signature
    for each statement execute function signature_stays();

create table paper_serving (
    id            uuid primary key,
    court_id      int not null references court,
    case_id       uuid not null references enforcement_case,
    paper_id      uuid not null references paper,
    recipient     text not null,
    manner        text not null check (manner in ('DIRECT', 'LEFT', 'ELECTRONIC', 'ENTRUSTED', 'MAIL', 'FORWARDED',
        'PUBLICATION')),
    on_day        date not null,
    served_on     date not null check (served_on >= on_day),
    proof         uuid not null references dossier_item,
    note          text,
    suspension_id uuid references case_suspension,
    recorded_by   uuid not null references person,
    recorded_at   timestamptz not null
);
create index paper_serving_paper on paper_serving (paper_id, id);
create index paper_serving_case on paper_serving (case_id, recipient);

-- The same paper for many cases, made one by one in the background.
create table paper_batch (
    id         uuid primary key,
    court_id   int not null references court,
    kind       text not null,
    fields     json not null,
    made_by    uuid not null references person,
    made_at    timestamptz not null,
    ended_at   timestamptz
);
create index paper_batch_court on paper_batch (court_id, made_by, id);
create table paper_batch_case (
    batch_id uuid not null references paper_batch,
    court_id int not null references court,
    position int not null,
    case_id  uuid not null,
    state    text not null check (state in ('WAITING', 'DONE', 'REFUSED')),
    paper_id uuid references paper,
    refusal  text,
    primary key (batch_id, position)
);
create index paper_batch_waiting on paper_batch_case (batch_id, position) where state = 'WAITING';
