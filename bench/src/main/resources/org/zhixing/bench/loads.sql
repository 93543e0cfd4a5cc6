-- What the application counts along when it files and closes.
update person p set open_cases = coalesce((select count(*) from enforcement_case c
    where c.status = 'OPEN' and (c.judge_id = p.id or c.executor_id = p.id)), 0);
