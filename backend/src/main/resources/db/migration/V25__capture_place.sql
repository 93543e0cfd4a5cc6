-- Why a capture has no position, where the phone said so: it is not left to guessing.
alter table capture
    add column no_position text check (no_position in ('DENIED', 'UNAVAILABLE', 'TIMEOUT', 'UNSUPPORTED'));
alter table capture
    add constraint capture_place check (no_position is null or lat is null);
