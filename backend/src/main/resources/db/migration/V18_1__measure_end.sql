-- Ends of measures that nobody has seen to yet: the sweep's cost follows what ended, not how much was ever held.
alter table measure add end_seen boolean not null default false;
create index measure_end on measure (court_id, ends_on, id) where released_on is null and not end_seen;
