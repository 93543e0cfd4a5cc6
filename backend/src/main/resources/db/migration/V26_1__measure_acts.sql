-- What was done to a measure, each act with its paper: the number that was typed, and the item of the e-file.
create table measure_act (
    measure_id uuid not null references measure,
    court_id   int not null references court,
    no         int not null check (no > 0),
    act        text not null check (act in ('TAKEN', 'RENEWED', 'PART_RELEASED', 'RELEASED')),
    acted_on   date not null,
    -- Null for what was written down before acts were kept.
    acted_by   uuid references person,
    document   text,
    item_id    uuid references dossier_item,
    ends_on    date,
    amount     numeric(18, 2) check (amount > 0),
    part       text,
    reason     text,
    primary key (measure_id, no)
);
create index measure_act_item on measure_act (item_id) where item_id is not null;

insert into measure_act (measure_id, court_id, no, act, acted_on, document)
    select id, court_id, 1, 'TAKEN', taken_on, document from measure;
insert into measure_act (measure_id, court_id, no, act, acted_on, reason)
    select id, court_id, 2, 'RELEASED', released_on, release_reason from measure where released_on is not null;

-- What was released in part; the rest stays held.
alter table measure add released_amount numeric(18, 2) not null default 0 check (released_amount >= 0),
    add released_parts text[] not null default '{}';

-- 到期查控: ours, by their last day.
create index measure_expiry on measure (court_id, ends_on, id) where released_on is null and other_court is null;
