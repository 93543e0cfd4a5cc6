-- The node board counts from a tally, and people's nodes are found whether open or ended.
drop index node_tally;
drop index node_person;
create index node_person on node using gin (responsible_ids);

-- How a node ended, if it did; whether an open one is late follows from the day it is asked on.
create function node_outcome(due_on date, done_on date, cancelled_on date) returns text
    language sql immutable parallel safe as $$
    select case when done_on > due_on then 'DONE_LATE' when done_on is not null then 'DONE'
                when cancelled_on is not null then 'CANCELLED' else 'OPEN' end
$$;

-- The node board's numbers: how many nodes are alike in all it counts by. Every statement on node adds its changes as
-- rows of their own, so that writers never wait for each other; they are merged now and then. Ended nodes are kept
-- without their people and their first day of being due soon, by which nobody counts them.
create table node_tally (
    court_id         int not null,
    outcome          text not null,
    case_team        text,
    responsible_team text,
    responsible_ids  uuid[] not null,
    code             text not null,
    due_on           date not null,
    due_soon_on      date not null,
    nodes            int not null,
    merged           boolean not null default false
);
create unique index node_tally_merged on node_tally
    (court_id, outcome, case_team, responsible_team, responsible_ids, code, due_on, due_soon_on)
    nulls not distinct where merged;

create function tally_nodes() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate node_tally;
        return null;
    end if;
    execute format(
        $sql$
            insert into node_tally
            select court_id, outcome, case_team, responsible_team,
                   case outcome when 'OPEN' then responsible_ids else '{}' end, code, due_on,
                   case outcome when 'OPEN' then due_soon_on else due_on end, sum(change)
            from (select *, node_outcome(due_on, done_on, cancelled_on) as outcome from (%s) changed) n
            group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(change) <> 0
        $sql$,
        case tg_op
            when 'INSERT' then 'select *, 1 as change from added'
            when 'DELETE' then 'select *, -1 as change from removed'
            else 'select *, 1 as change from added union all select *, -1 as change from removed'
        end);
    return null;
end
$$;
create trigger node_tally_insert after insert on node referencing new table as added
    for each statement execute function tally_nodes();
create trigger node_tally_update after update on node referencing new table as added old table as removed
    for each statement execute function tally_nodes();
create trigger node_tally_delete after delete on node referencing old table as removed
    for each statement execute function tally_nodes();
create trigger node_tally_truncate after truncate on node for each statement execute function tally_nodes();

insert into node_tally
select court_id, outcome, case_team, responsible_team,
       case outcome when 'OPEN' then responsible_ids else '{}' end, code, due_on,
       case outcome when 'OPEN' then due_soon_on else due_on end, count(*)
from (select *, node_outcome(due_on, done_on, cancelled_on) as outcome from node) n
group by 1, 2, 3, 4, 5, 6, 7, 8;
