-- Collegial panels (合议, clause 一(五)): who deliberated, what each member holds, and the minutes that all three sign.

-- Who records a paper that is recorded, and signs it as its clerk; null where any clerk of the team may.
alter table paper add column clerk_id uuid references person;

create table panel (
    id          uuid primary key,
    court_id    int not null references court,
    case_id     uuid not null references enforcement_case,
    -- The minutes: their number, editions, signatures and place in the e-file are the paper's.
    paper_id    uuid not null unique references paper,
    judge_id    uuid not null references person,
    executor_id uuid not null references person,
    clerk_id    uuid not null references person,
    held_on     date not null,
    held_at     text not null,
    place       text not null,
    matter      text not null,
    discussion  text not null,
    resolution  text not null,
    opinions    json not null,
    check (judge_id <> executor_id and judge_id <> clerk_id and executor_id <> clerk_id)
);
create index panel_case on panel (case_id, id);

-- The deliberation as each edition of the minutes had it: a dissent that was recorded stays.
create table panel_edition (
    panel_id    uuid not null references panel,
    court_id    int not null references court,
    edition     int not null,
    judge_id    uuid not null references person,
    executor_id uuid not null references person,
    clerk_id    uuid not null references person,
    opinions    json not null,
    resolution  text not null,
    fixed_at    timestamptz not null,
    primary key (panel_id, edition)
);
