-- Every table carries the court; a request sees its own court's rows only.
-- Dates are court dates in Asia/Shanghai; money is numeric(18,2) in CNY, exact to the fen.

create table court (
    id   int generated always as identity primary key,
    code text not null unique,
    name text not null
);

create table person (
    id         uuid primary key,
    court_id   int not null references court,
    username   text not null unique,
    name       text not null,
    team       text check (team in ('FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS')),
    roles      text[] not null default '{}',
    active     boolean not null default true,
    open_cases int not null default 0 check (open_cases >= 0)
);
create index person_court_team on person (court_id, team) where active;

-- Sessions of people signed in at the SPA: the cookie holds a random key, of which only the SHA-256 is kept here.
create table signed_in (
    key_hash      text primary key,
    id_token      text not null,
    access_token  text not null,
    refresh_token text,
    expires_in    bigint,
    scope         text,
    expires_at    timestamptz not null
);
create index signed_in_expiry on signed_in (expires_at);

create table triage_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_at   timestamptz not null default now(),
    primary key (court_id, version)
);

create table node_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_at   timestamptz not null default now(),
    primary key (court_id, version)
);

create table court_calendar (
    court_id    int not null references court,
    year        int not null check (year between 2000 and 2100),
    document    jsonb not null,
    uploaded_by uuid references person,
    uploaded_at timestamptz not null default now(),
    primary key (court_id, year)
);

create table enforcement_case (
    id                     uuid primary key,
    court_id               int not null references court,
    number                 text not null,
    year                   int not null,
    court_code             text not null,
    word                   text not null,
    serial                 int not null,
    kind                   text not null,
    cause                  text not null,
    matter                 text,
    claim_amount           numeric(18, 2) check (claim_amount >= 0),
    filed_on               date not null,
    first_filed_on         date,
    preserved              boolean not null default false,
    four_checks_sufficient boolean not null default false,
    auction_needed         boolean not null default false,
    refusal_or_criminal    boolean not null default false,
    enterprise_party       boolean not null default false,
    applicants             text[] not null default '{}',
    respondents            text[] not null default '{}',
    search                 text not null,
    team                   text check (team in ('FAST', 'ORDINARY', 'SPECIAL', 'AFFAIRS')),
    judge_id               uuid references person,
    executor_id            uuid references person,
    status                 text not null default 'OPEN' check (status in ('OPEN', 'CLOSED')),
    closed_on              date,
    closure                jsonb,
    next_due_on            date,
    version                int not null default 1,
    created_at             timestamptz not null default now(),
    unique (court_id, number)
);

-- Single characters and pairs of characters: Chinese names are too short for trigrams. Pairs are cut at the even and at
-- the odd places by one pass each, many times faster than one substr a pair; not strict, so that it is inlined.
create function search_grams(t text) returns text[] language sql immutable parallel safe as $$
    select string_to_array(t, null)
        || string_to_array(rtrim(regexp_replace(t, '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01')
        || string_to_array(rtrim(regexp_replace(substr(t, 2), '(..)', E'\\1\x01', 'g'), E'\x01'), E'\x01')
$$;

-- The grams that a search for t must all have.
create function search_grams_of_query(t text) returns text[] language sql immutable parallel safe strict as $$
    select array(select distinct substr(t, i, least(2, length(t)))
                 from generate_series(1, greatest(1, length(t) - 1)) i)
$$;

create index case_filed on enforcement_case (court_id, filed_on, id);
create index case_team_filed on enforcement_case (court_id, team, filed_on, id);
create index case_judge on enforcement_case (judge_id, filed_on, id);
create index case_executor on enforcement_case (executor_id, filed_on, id);
create index case_amount on enforcement_case (court_id, coalesce(claim_amount, -1), id);
create index case_next_due on enforcement_case (court_id, next_due_on, id) where next_due_on is not null;
create index case_search on enforcement_case using gin (search_grams(search));

create table party (
    id        uuid primary key,
    court_id  int not null references court,
    case_id   uuid not null references enforcement_case,
    position  int not null,
    role      text not null check (role in ('APPLICANT', 'RESPONDENT')),
    kind      text not null,
    name      text not null,
    id_number text,
    phone     text,
    unique (case_id, position)
);

-- Why a case is in its team: the facts, the rules that matched, and the desk's override where there was one.
create table triage_decision (
    case_id        uuid primary key references enforcement_case,
    court_id       int not null references court,
    policy_version int not null,
    decided_on     date not null,
    decision       jsonb not null,
    override       jsonb
);

create sequence case_account_serial;
create table case_account (
    id             uuid primary key,
    court_id       int not null references court,
    case_id        uuid not null unique references enforcement_case,
    virtual_number text not null unique,
    balance        numeric(18, 2) not null default 0 check (balance >= 0),
    opened_on      date not null
);

create table case_transfer (
    id              uuid primary key,
    court_id        int not null references court,
    case_id         uuid not null references enforcement_case,
    from_team       text not null,
    to_team         text not null,
    reason          text not null,
    status          text not null check (status in ('ASKED', 'APPROVED', 'REFUSED', 'CARRIED_OUT')),
    last_day        date not null,
    asked_by        uuid not null references person,
    asked_on        date not null,
    decided_by      uuid references person,
    decided_on      date,
    decision_reason text,
    carried_out_by  uuid references person,
    carried_out_on  date,
    version         int not null default 1
);
create index transfer_by_status on case_transfer (court_id, status, id);
create unique index transfer_one_open on case_transfer (case_id) where status in ('ASKED', 'APPROVED');

create table stored_file (
    id         uuid primary key,
    court_id   int not null references court,
    name       text not null,
    media_type text not null,
    size       bigint not null,
    sha256     text not null,
    created_by uuid not null references person,
    created_at timestamptz not null default now()
);

create table stored_chunk (
    court_id int not null references court,
    file_id  uuid not null references stored_file on delete cascade,
    seq      int not null,
    data     bytea not null,
    primary key (file_id, seq)
);
alter table stored_chunk alter column data set storage external;

create table node (
    id                uuid primary key,
    court_id          int not null references court,
    case_id           uuid not null references enforcement_case,
    case_number       text not null,
    case_team         text,
    code              text not null,
    policy_version    int not null,
    responsible       text not null,
    responsible_team  text,
    responsible_ids   uuid[] not null default '{}',
    start_on          date not null,
    period            int not null,
    unit              text not null,
    roll_over         text not null,
    due_on            date not null,
    due_soon_on       date not null,
    provisional       boolean not null,
    evidence_category text,
    stop              text not null,
    clause            text not null,
    opened_on         date not null,
    done_on           date,
    done_at           timestamptz,
    done_by           uuid references person,
    evidence_file     uuid references stored_file,
    cancelled_on      date,
    cancel_reason     text,
    next_notice_on    date not null,
    notice_count      int not null default 0,
    open              boolean not null generated always as (done_on is null and cancelled_on is null) stored,
    version           int not null default 1
);
create unique index node_one_open on node (case_id, code) where done_on is null and cancelled_on is null;
create index node_case on node (case_id, due_on, id);
create index node_due on node (court_id, due_on, id) where open;
create index node_team_due on node (court_id, case_team, due_on, id) where open;
create index node_code_due on node (court_id, code, due_on, id) where open;
create index node_all_due on node (court_id, due_on, id);
create index node_person on node using gin (responsible_ids) where open;
create index node_notice on node (court_id, next_notice_on, id) where open;
create index node_tally on node (court_id, case_team, code, due_on, due_soon_on) where open;
create index node_responsible_team on node (court_id, responsible_team, due_on, id) where open and responsible_team is not null;
create unique index node_evidence on node (evidence_file) where evidence_file is not null;

-- One row a node and working day: the second of two sweeps finds it taken.
create table overdue_notice (
    court_id  int not null references court,
    node_id   uuid not null references node,
    for_day   date not null,
    day_no    int not null,
    days_late int not null,
    primary key (node_id, for_day)
);

create table outbox (
    id          bigint generated always as identity primary key,
    court_id    int not null references court,
    channel     text not null default 'INBOX',
    topic       text not null,
    key         text not null,
    payload     jsonb not null,
    created_at  timestamptz not null default now(),
    next_try_at timestamptz not null default now(),
    attempts    int not null default 0,
    done_at     timestamptz,
    dead_at     timestamptz,
    last_error  text,
    unique (channel, key)
);
create index outbox_waiting on outbox (channel, next_try_at, id) where done_at is null and dead_at is null;

create table inbox (
    id         uuid primary key,
    court_id   int not null references court,
    person_id  uuid not null references person,
    outbox_id  bigint not null references outbox,
    kind       text not null,
    params     jsonb not null,
    case_id    uuid references enforcement_case,
    node_id    uuid references node,
    for_day    date not null,
    created_at timestamptz not null default now(),
    read_at    timestamptz,
    unique (outbox_id, person_id)
);
create index inbox_person on inbox (person_id, for_day, id);
create index inbox_unread on inbox (person_id, for_day, id) where read_at is null;

create table register_import (
    id           uuid primary key,
    court_id     int not null references court,
    file_id      uuid not null references stored_file,
    file_name    text not null,
    sha256       text not null,
    size         bigint not null,
    status       text not null check (status in ('CHECKING', 'PREVIEWED', 'COMMITTING', 'DONE', 'FAILED')),
    encoding     text,
    checked      int not null default 0,
    total        int,
    tally        json not null default '{"outcomes":{},"teams":{}}',
    committed    int not null default 0,
    failure      json,
    created_by   uuid not null references person,
    created_at   timestamptz not null default now(),
    committed_by uuid references person,
    -- Whoever works on it holds it until then and says so again with every batch; a lease that ran out is anybody's.
    lease_by     uuid,
    lease_until  timestamptz,
    -- Leases taken since the last batch went through.
    attempts     int not null default 0
);
create index import_court on register_import (court_id, id);
create index import_work on register_import (id) where status in ('CHECKING', 'COMMITTING');

create table import_row (
    court_id  int not null references court,
    import_id uuid not null references register_import,
    row_no    int not null,
    line_no   int not null,
    number    text,
    outcome   text not null check (outcome in ('NEW', 'SAME', 'CONFLICT', 'BAD')),
    team      text,
    rule      text,
    clause    text,
    values    json not null,
    errors    json,
    conflicts json,
    case_id   uuid references enforcement_case,
    done      boolean not null default false,
    primary key (import_id, row_no)
);
create index import_row_outcome on import_row (import_id, outcome, row_no);
-- Of the rows that name one case, one counts.
create unique index import_row_number on import_row (import_id, number) where outcome <> 'BAD';
create index import_row_todo on import_row (import_id, row_no) where outcome = 'NEW' and not done;

create table idempotency_key (
    court_id     int not null references court,
    person_id    uuid not null references person,
    key          text not null,
    request_hash text not null,
    response     json,
    created_at   timestamptz not null default now(),
    primary key (person_id, key)
);

create table audit (
    seq        bigint not null,
    court_id   int not null references court,
    at         timestamptz not null,
    actor_id   uuid,
    actor_name text not null,
    action     text not null,
    case_id    uuid,
    subject_id uuid,
    detail     json not null,
    request_id text,
    prev_hash  text not null,
    hash       text not null,
    primary key (court_id, seq)
);
create index audit_case on audit (case_id, seq) where case_id is not null;

-- The last link of each court's chain; writers of one court queue here at the end of their transaction.
create table audit_head (
    court_id int primary key references court,
    seq      bigint not null,
    hash     text not null
);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are never changed';
end
$$;
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();

-- Opens a court: its row and the head of its audit chain. Policies and calendar are copied in at the next start.
create function open_court(court_code text, court_name text) returns int language sql as $$
    with c as (insert into court (code, name) values (court_code, court_name) returning id)
    insert into audit_head (court_id, seq, hash) select id, 0, repeat('0', 64) from c returning court_id
$$;

select open_court('豫0505', '安阳市殷都区人民法院');
