-- What the statement and the ledger held is asked of functions that take the court as their argument and look at nothing
-- else. They read as the owner: behind the walls of docs/decisions/027-walls-in-the-database.md the planner would rather read
-- all lines there ever were than those since the last closed month.
do $$
declare
    reader record;
begin
    for reader in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
            and p.proname in ('bank_carried', 'bank_late', 'bank_movements', 'bank_before', 'bank_bases', 'bank_gaps',
                'bank_carry_forward')
    loop
        execute format('alter function %s security definer set search_path = public, pg_temp', reader.name);
    end loop;

    -- As the walls make it; here already, since the view below asks for it.
    if to_regprocedure('zhixing_court()') is null then
        create function zhixing_court() returns int language sql stable parallel safe as
            'select nullif(current_setting(''zhixing.court'', true), '''')::int';
    end if;
end
$$;

-- The one that asks for every court keeps to the court of who asks.
create or replace view bank_gap with (security_invoker = true) as
    select c.id as court_id, g.line_id, g.value_on, g.jump, g.first
    from court c cross join lateral bank_gaps(c.id) g
    where current_user <> 'zhixing_api' or zhixing_court() in (0, c.id);
