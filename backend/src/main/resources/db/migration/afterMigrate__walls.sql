-- The walls of docs/decisions/027-walls-in-the-database.md, put up after whatever was migrated, so that no table that a
-- later migration makes is left without. Each start looks; only what is missing is done.
do $walls$
declare
    -- What is written once: not even the API's own role may change it or take it away.
    kept constant text[] := '{audit,audit_seal,ledger_transaction,ledger_entry,ledger_month,signature,paper_edition,paper_serving}';
    -- What the API only reads.
    read_only constant text[] := '{court,audit_head,task_slip_kind}';
    own constant oid := 'public'::regnamespace;
    thing record;
    rights text;
begin
    if not exists (select from pg_roles where rolname = 'zhixing_api') then
        raise exception 'The role zhixing_api is missing'
            using hint = 'Make it as docs/operations.md says under "Roles of the database", and start again.';
    end if;
    -- Instances that start at once do this one after the other.
    perform pg_advisory_xact_lock(7036);

    -- The court whose rows a connection may see: none, one, or by 0 every one.
    if to_regprocedure('zhixing_court()') is null then
        create function zhixing_court() returns int language sql stable parallel safe as
            $$ select nullif(current_setting('zhixing.court', true), '')::int $$;
    end if;

    for thing in
        select c.oid, c.relname, c.relkind, c.relrowsecurity, c.reloptions,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'court_id' and not a.attisdropped)
                as of_court,
            exists (select from pg_policy p where p.polrelid = c.oid) as walled
        from pg_class c
        where c.relnamespace = own and c.relkind in ('r', 'p', 'v', 'S') and c.relname not like 'flyway%'
        order by c.oid
    loop
        rights := case
            when thing.relkind = 'S' then 'usage'
            when thing.relkind = 'v' or thing.relname = any (read_only) then 'select'
            when thing.relname = any (kept) then 'select, insert'
            else 'select, insert, update, delete'
        end;
        if thing.relkind = 'S' and not has_sequence_privilege('zhixing_api', thing.oid, 'usage')
            or thing.relkind <> 'S' and (
                select count(*) from regexp_split_to_table(rights, ', ') r
                where not has_table_privilege('zhixing_api', thing.oid, r)) > 0
        then
            execute format('grant %s on %s %I to zhixing_api', rights,
                case thing.relkind when 'S' then 'sequence' else 'table' end, thing.relname);
        end if;
        -- A table may have been opened before it was known that its rows are written once.
        if thing.relname = any (kept) and has_table_privilege('zhixing_api', thing.oid, 'update, delete, truncate') then
            execute format('revoke update, delete, truncate on %I from zhixing_api', thing.relname);
        end if;
        -- A view reads its tables as whoever asks, and not as its owner, whom no wall stops.
        if thing.relkind = 'v' and not coalesce('security_invoker=true' = any (thing.reloptions), false) then
            execute format('alter view %I set (security_invoker = true)', thing.relname);
        end if;
        if thing.relkind in ('r', 'p') and not thing.walled and (thing.of_court or thing.relname = 'asset_version') then
            -- Asked once a statement and not once a row.
            execute format('create policy court on %I to zhixing_api using (%s)', thing.relname, case
                when thing.of_court
                then 'court_id = (select zhixing_court()) or (select zhixing_court()) = 0'
                else 'exists (select from asset a where a.id = asset_id)'
            end);
            execute format('alter table %I enable row level security', thing.relname);
        end if;
    end loop;

    -- Triggers keep what holds for the rows of every court: they see all, as the owner, whoever writes.
    for thing in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = own and p.prorettype = 'trigger'::regtype and not p.prosecdef
    loop
        execute format('alter function %s security definer set search_path = public, pg_temp', thing.name);
    end loop;
end
$walls$;
