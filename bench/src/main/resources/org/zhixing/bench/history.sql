-- What happened since the register's cases were filed. The old ones were closed, one in twelve nodes late.
update node n set done_on = case when hashtext(n.id::text) % 12 = 0 then n.due_on + 5 else n.due_on - 1 end,
    done_at = n.due_on, version = 2
from enforcement_case c where c.id = n.case_id and c.filed_on < :closed_before;

update enforcement_case c set status = 'CLOSED', closed_on = d.last, next_due_on = null, version = 2,
    closure = jsonb_build_object('manner', case when c.kind = 'PRESERVATION' then 'PRESERVED' else 'COMPLETED' end,
        'closedOn', d.last, 'reason', null)
from (select case_id, max(done_on) as last from node group by case_id) d
where d.case_id = c.id and c.filed_on < :closed_before;

-- Of the open ones, what evidence stops was done in time but for one in fifty.
update node set done_on = due_on - 1, done_at = due_on, version = 2
where open and stop = 'EVIDENCE' and due_on <= :today and hashtext(id::text) % 50 <> 0;

-- What is late has been noticed this morning already.
update node set next_notice_on = :today + 1, notice_count = 1 where open and due_on < :today;

update enforcement_case c set next_due_on = d.next
from (select case_id, min(due_on) filter (where open) as next from node group by case_id) d
where d.case_id = c.id and c.status = 'OPEN';
