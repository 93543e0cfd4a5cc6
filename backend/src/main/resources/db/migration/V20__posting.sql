-- What a posting costs (docs/decisions/022-what-a-posting-costs.md). Nothing that the database refused is allowed now.

-- No query asks for it, and because its condition named the balance, every posting wrote the account anew in all indexes of
-- its table: the court's bank account has one row, and thousands of dead entries stood before it.
drop index ledger_account_waiting;
-- Room beside each row, so that its next version stays on its page (and out of the indexes). It is about pages to come:
-- a row on a full page moves to one of these with its first change.
alter table ledger_account set (fillfactor = 80);

-- These two checks locked the court's one row shared, for each posting anew. The trigger below joins every entry with its
-- transaction and its account, takes all three for one court or refuses, and an account has its court by reference.
alter table ledger_entry drop constraint ledger_entry_court_id_fkey;
alter table ledger_transaction drop constraint ledger_transaction_court_id_fkey;

-- The same questions as before in fewer statements: the mirror is looked at only where something is reversed, and what
-- the entries add up to is asked once.
create or replace function ledger_entries_balance() returns trigger language plpgsql as $$
declare
    wrong uuid;
    reversals boolean;
    courts int[];
    months date;
begin
    select (array_agg(n.transaction_id) filter (where n.wrong))[1], bool_or(n.reverses is not null),
        array_agg(distinct n.court_id order by n.court_id), min(date_trunc('month', n.booked_on)::date)
    into wrong, reversals, courts, months
    from (select t.id as transaction_id, t.court_id, t.reverses, t.booked_on,
              sum(case e.side when 'DEBIT' then e.amount else -e.amount end) <> 0
                  or count(*) <> t.entries or min(e.seq) <> 1 or max(e.seq) <> t.entries
                  or not bool_and(e.court_id = t.court_id and a.court_id = t.court_id
                      and (t.case_id is null or a.case_id is null or a.case_id = t.case_id))
                  or exists (select from enforcement_case c where c.id = t.case_id and c.court_id <> t.court_id) as wrong
          from added e join ledger_transaction t on t.id = e.transaction_id join ledger_account a on a.id = e.account_id
          group by t.id) n;
    if wrong is not null then
        raise exception 'transaction % does not balance', wrong using errcode = 'ZX002';
    end if;
    if reversals then
        select t.id into wrong
        from (select distinct transaction_id from added) n
            join ledger_transaction t on t.id = n.transaction_id and t.reverses is not null
            join ledger_transaction r on r.id = t.reverses
            left join ledger_entry e on e.transaction_id = t.id
            left join ledger_entry o on o.transaction_id = r.id and o.seq = e.seq
        where r.entries <> t.entries or r.court_id <> t.court_id or o.account_id is distinct from e.account_id
            or o.amount is distinct from e.amount or o.side = e.side
        limit 1;
        if found then
            raise exception 'transaction % is not the mirror of what it reverses', wrong using errcode = 'ZX002';
        end if;
    end if;
    -- Held first, looked at afterwards: a closing that has just committed is seen.
    for i in 1 .. coalesce(array_length(courts, 1), 0) loop
        perform pg_advisory_xact_lock_shared(11, courts[i]);
    end loop;
    if exists (select from ledger_month m where m.court_id = any (courts) and m.month >= months) then
        select t.id into wrong from (select distinct transaction_id from added) n
            join ledger_transaction t on t.id = n.transaction_id
            join ledger_month m on m.court_id = t.court_id and m.month >= date_trunc('month', t.booked_on)::date
        limit 1;
        if found then
            raise exception 'transaction % is booked in a closed month', wrong using errcode = 'ZX003';
        end if;
    end if;
    update ledger_account a set balance = a.balance + d.delta
    from (select e.account_id,
              sum(case when (e.side = 'DEBIT') = (x.kind = 'BANK') then e.amount else -e.amount end) as delta
          from added e join ledger_account x on x.id = e.account_id
          group by e.account_id) d
    where a.id = d.account_id and d.delta <> 0;
    return null;
end
$$;
