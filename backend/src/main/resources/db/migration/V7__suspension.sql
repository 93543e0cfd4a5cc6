-- Days of a case that are not counted, and more days for what must be closed. Dates are court dates in Asia/Shanghai.

-- What a node's clock stands still for, united by the type itself; no upper end while nobody knows it.
alter table node
    add column pauses           datemultirange not null default '{}',
    add column extension        int not null default 0 check (extension >= 0),
    add column days_after_pause int not null default 0 check (days_after_pause >= 0);

-- The board counts these one by one: its tally does not know who is suspended today.
create index node_paused on node (court_id, due_on, id) where open and pauses <> '{}';

-- The periods as the application writes them; 9999-12-31 stands for an end nobody knows yet.
create function pauses_of(periods json) returns datemultirange language sql immutable parallel safe as $$
    select coalesce(range_agg(daterange(p."from", nullif(p.resume, date '9999-12-31'))), '{}')
    from json_to_recordset(periods) as p ("from" date, resume date)
$$;

create table case_suspension (
    id            uuid primary key,
    court_id      int not null references court,
    case_id       uuid not null references enforcement_case,
    reason        text not null,
    from_on       date not null,
    granted_on    date check (granted_on > from_on),
    resume_on     date check (resume_on > from_on),
    note          text not null,
    status        text not null check (status in ('ASKED', 'APPROVED', 'REFUSED', 'CANCELLED')),
    asked_by      uuid not null references person,
    asked_on      date not null,
    decided_by    uuid references person,
    decided_on    date,
    decided_why   text,
    ended_by      uuid references person,
    ended_on      date,
    cancelled_by  uuid references person,
    cancelled_on  date,
    cancelled_why text,
    -- What the approval did to the nodes, for the record.
    effects       json not null default '[]',
    version       int not null default 1
);
create index suspension_by_status on case_suspension (court_id, status, id);
create index suspension_case on case_suspension (case_id, id);

create table node_extension (
    id          uuid primary key,
    court_id    int not null references court,
    case_id     uuid not null references enforcement_case,
    node_id     uuid not null references node,
    days        int not null check (days > 0),
    reason      text not null,
    status      text not null check (status in ('ASKED', 'APPROVED', 'REFUSED')),
    asked_by    uuid not null references person,
    asked_on    date not null,
    last_day    date not null,
    due_before  date,
    due_after   date,
    decided_by  uuid references person,
    decided_on  date,
    decided_why text,
    version     int not null default 1
);
create index extension_by_status on node_extension (court_id, status, id);
create index extension_case on node_extension (case_id, id);
create unique index extension_one_asked on node_extension (node_id) where status = 'ASKED';
