-- Who decides in the place of a leader that is away (代行审批): from one court day to another, told to both and in the trail.
create table stand_in (
    id          uuid primary key,
    court_id    int not null references court,
    absent_id   uuid not null references person,
    stand_in_id uuid not null references person,
    role        text not null check (role in ('president', 'director')),
    from_on     date not null,
    to_on       date not null,
    reason      text not null,
    made_on     date not null,
    revoked_on  date,
    check (absent_id <> stand_in_id),
    check (from_on <= to_on)
);
create index stand_in_person on stand_in (stand_in_id, to_on) where revoked_on is null;
create index stand_in_court on stand_in (court_id, to_on);
