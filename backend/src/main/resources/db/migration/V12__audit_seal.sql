-- The trail is sealed after the fact (docs/decisions/016-audit-seals.md): writers add their rows and wait for nobody, a
-- sealer gathers what is committed into signed blocks, each of which hangs on the one before.

-- Numbers come from one sequence for all courts: in the order of writing, with gaps where a transaction was undone.
alter table audit
    alter column prev_hash drop not null,
    alter column hash drop not null,
    alter column seq add generated always as identity,
    -- The check would hold a lock on the court's one row until commit; a court is never deleted once it has people.
    drop constraint audit_court_id_fkey;
select setval(pg_get_serial_sequence('audit', 'seq'), coalesce(max(seq), 1), count(*) > 0) from audit;

-- The auditor asks by person, by kind and by time, newest first.
create index audit_actor on audit (actor_id, seq) where actor_id is not null;
create index audit_action on audit (court_id, action, seq);
create index audit_at on audit using brin (at) with (pages_per_range = 32, autosummarize = on);

-- Where the chain of row on row ended, the first epoch: the first block of a court hangs on it.
comment on table audit_head is 'The end of the chain by rows, before blocks; never moves again';

-- Rows that no block holds yet. The row is put here by the transaction that writes it and taken by the one that seals it:
-- whatever commits late, in whatever order, is sealed, and once.
create table audit_unsealed (
    court_id int not null,
    seq      bigint not null,
    primary key (court_id, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
insert into audit_unsealed (court_id, seq) select court_id, seq from audit;

create function audit_is_unsealed() returns trigger language plpgsql as $$
begin
    insert into audit_unsealed (court_id, seq) select court_id, seq from added;
    return null;
end
$$;
create trigger audit_unsealed after insert on audit referencing new table as added
    for each statement execute function audit_is_unsealed();

-- A block: a line for each of its rows (number, moment, hash of all it says, case, kind, person), their digest, and what
-- was signed. With its line a row can be named when it is gone.
create table audit_seal (
    court_id  int not null references court,
    number    bigint not null check (number >= 1),
    previous  text not null,
    rows      int not null check (rows >= 1),
    first_seq bigint not null,
    last_seq  bigint not null,
    -- The highest number sealed up to here: a late row has a lower one than its block's neighbours.
    reach     bigint not null,
    sealed_at timestamptz not null,
    leaves    text not null,
    digest    text not null,
    hash      text not null,
    key_id    text,
    signature text,
    primary key (court_id, number),
    check ((key_id is null) = (signature is null))
);
create index audit_seal_time on audit_seal (court_id, sealed_at);
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function audit_is_append_only();

-- The last block of each court; whoever seals holds the row, and another sealer passes by.
create table audit_seal_head (
    court_id int primary key references court,
    number   bigint not null,
    hash     text not null,
    reach    bigint not null
);
