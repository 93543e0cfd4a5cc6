-- When the archive desk took a closed case's volume into the archive (归档, 二(五)), a court date, and who did.
alter table enforcement_case
    add archived_on date,
    add archived_by uuid references person,
    add constraint archived_by_somebody check ((archived_on is null) = (archived_by is null)),
    add constraint archived_once_closed check (archived_on is null or status = 'CLOSED');
