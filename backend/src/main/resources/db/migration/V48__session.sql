-- Whose session it is, since when and where from: so that people see where they are signed in, and end what is not theirs.
-- Sessions from before this have none of it and end within twelve hours by themselves.
alter table signed_in
    add column session_id   uuid,
    add column username     text,
    add column signed_in_at timestamptz,
    add column seen_at      timestamptz,
    add column address      text,
    add column agent        text;
create index signed_in_username on signed_in (username, session_id);
