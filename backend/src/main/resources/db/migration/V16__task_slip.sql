-- Task slips (任务流转单, clause 一(四)): what teams hand to the affairs team, and the trips on which it is carried out.

-- What may be asked for. Automatic kinds are opened at filing and by nobody's request.
create table task_slip_kind (
    code      text primary key,
    position  int not null unique,
    name_zh   text not null,
    name_en   text not null,
    clause    text not null,
    automatic boolean not null
);
insert into task_slip_kind values
    ('QUERY', 1, '查询', 'Query', '一(四)4', false),
    ('SEIZURE', 2, '查封', 'Seizure', '一(四)4', false),
    ('FREEZE', 3, '冻结', 'Freeze', '一(四)4', false),
    ('DEDUCTION', 4, '扣划', 'Deduction', '一(四)4', false),
    ('DETENTION_OF_GOODS', 5, '扣押', 'Detention of goods', '一(四)4', false),
    ('SERVICE', 6, '送达', 'Service', '一(四)4', false),
    ('SEARCH', 7, '搜查', 'Search', '一(四)4', false),
    ('SURVEY', 8, '现场调查', 'Survey on the spot', '一(四)4', false),
    ('ASSET_QUERY', 9, '线下查询公积金、房产', 'Offline query of provident fund and real estate', '一(四)3', true),
    ('PRESERVATION', 10, '保全实施', 'Preservation', '一(四)2', true);

-- The last number of each court and year, taken by the statement that numbers, so that none is ever left out.
create table task_slip_serial (
    court_id int not null references court,
    year     int not null,
    last     int not null,
    primary key (court_id, year)
);

create table task_slip (
    id           uuid primary key,
    court_id     int not null references court,
    year         int not null,
    serial       int not null,
    case_id      uuid not null references enforcement_case,
    kind         text not null references task_slip_kind,
    target       text not null,
    place        text,
    area         text,
    instructions text,
    automatic    boolean not null,
    requested_by uuid references person,
    requested_on date not null,
    state        text not null check (state in ('ASKED', 'SIGNED', 'RECEIVED', 'ASSIGNED', 'RESULT_IN', 'ACCEPTED',
        'RETURNED', 'CANCELLED')),
    signed_by    uuid references person,
    signed_on    date,
    received_by  uuid references person,
    received_on  date,
    executor_id  uuid references person,
    officers     uuid[] not null default '{}',
    result       text,
    result_by    uuid references person,
    result_on    date,
    reason       text,
    node_id      uuid references node,
    version      int not null default 1,
    unique (court_id, year, serial),
    check (automatic or requested_by is not null)
);
create index task_slip_court on task_slip (court_id, id);
create index task_slip_case on task_slip (case_id, id);
create index task_slip_open on task_slip (court_id, state, id) where state not in ('ACCEPTED', 'CANCELLED');
create index task_slip_officer on task_slip using gin (officers) where state in ('ASSIGNED', 'RETURNED');
-- One slip a clock.
create unique index task_slip_node on task_slip (node_id) where node_id is not null;

-- Every step, also one that was undone by a later one.
create table task_slip_step (
    slip_id   uuid not null references task_slip,
    court_id  int not null references court,
    version   int not null,
    act       text not null,
    person_id uuid not null references person,
    on_day    date not null,
    text      text,
    primary key (slip_id, version)
);

create table task_slip_evidence (
    slip_id   uuid not null references task_slip,
    item_id   uuid not null references dossier_item,
    court_id  int not null references court,
    added_by  uuid not null references person,
    added_on  date not null,
    primary key (slip_id, item_id)
);

create table trip (
    id       uuid primary key,
    court_id int not null references court,
    on_day   date not null,
    title    text not null,
    officers uuid[] not null,
    made_by  uuid not null references person,
    version  int not null default 1
);
create index trip_day on trip (court_id, on_day, id);

create table trip_stop (
    trip_id  uuid not null references trip on delete cascade,
    court_id int not null references court,
    on_day   date not null,
    position int not null,
    slip_id  uuid not null references task_slip,
    primary key (trip_id, position),
    -- Nobody drives to the same place twice on one day.
    unique (slip_id, on_day)
);

-- The clocks that are running already get the slip that their cases would get if they were filed today.
with running as (
    select n.id as node_id, n.court_id, n.case_id, n.opened_on,
        extract(year from n.opened_on)::int as year,
        case n.code when 'PRESERVATION' then 'PRESERVATION' else 'ASSET_QUERY' end as kind,
        row_number() over (partition by n.court_id, extract(year from n.opened_on) order by n.id) as serial
    from node n where n.open and n.code in ('PRESERVATION', 'OFFLINE_ASSET_QUERY')
), numbered as (
    insert into task_slip_serial (court_id, year, last)
    select court_id, year, max(serial) from running group by court_id, year
)
insert into task_slip (id, court_id, year, serial, case_id, kind, target, automatic, requested_on, state, node_id)
select gen_random_uuid(), r.court_id, r.year, r.serial, r.case_id, r.kind, k.name_zh, true, r.opened_on, 'ASKED', r.node_id
from running r join task_slip_kind k on k.code = r.kind;
