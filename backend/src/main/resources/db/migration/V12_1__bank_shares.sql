-- Every receipt and every payment of a court moved the balance of its one bank account, and waited there for the commit of
-- the one before (docs/decisions/016-audit-seals.md tells of the same queue at the trail). The bank's balance is kept in
-- shares instead; it is their sum. No share is held to zero: both sides of every transaction are equal, so the bank has
-- what all other accounts of the court have together, and none of those ever goes below zero.
create table ledger_share (
    account_id uuid not null references ledger_account,
    share      smallint not null check (share between 0 and 63),
    balance    numeric(18, 2) not null,
    primary key (account_id, share)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- What an account holds, whoever asks: the row's own balance and its shares.
create view ledger_balance as
    select a.id, a.court_id, a.kind, a.case_id, (a.balance + coalesce(s.balance, 0))::numeric(18, 2) as balance
    from ledger_account a
    left join lateral (select sum(x.balance) as balance from ledger_share x where x.account_id = a.id) s on a.kind = 'BANK';

create trigger ledger_share_derived before insert or update or delete on ledger_share
    for each row when (pg_trigger_depth() < 1) execute function ledger_balance_is_derived();
create trigger ledger_share_append_only before truncate on ledger_share
    for each statement execute function ledger_is_append_only();
create trigger ledger_account_append_only before truncate on ledger_account
    for each statement execute function ledger_is_append_only();

-- The check of every insert looks the transaction and the accounts up anyway; references beside it would look them up
-- again, three times an entry, and lock the court's and the bank's one row for it.
alter table ledger_entry
    drop constraint ledger_entry_transaction_id_fkey,
    drop constraint ledger_entry_court_id_fkey,
    drop constraint ledger_entry_account_id_fkey;
alter table ledger_transaction drop constraint ledger_transaction_court_id_fkey;

create or replace function ledger_entries_balance() returns trigger language plpgsql as $$
declare
    wrong uuid;
begin
    select n.transaction_id into wrong
    from (select e.transaction_id, count(*) as entries, min(e.seq) as first, max(e.seq) as last,
              sum(case e.side when 'DEBIT' then e.amount else -e.amount end) as difference,
              bool_and(coalesce(e.court_id = t.court_id and a.court_id = t.court_id
                  and (t.case_id is null or a.case_id is null or a.case_id = t.case_id), false)) as at_home,
              min(t.entries) as said
          from added e
              left join ledger_transaction t on t.id = e.transaction_id
              left join ledger_account a on a.id = e.account_id
          group by e.transaction_id) n
    where n.difference <> 0 or n.entries is distinct from n.said or n.first <> 1 or n.last <> n.said or not n.at_home
        or exists (select from ledger_transaction t join enforcement_case c on c.id = t.case_id
            where t.id = n.transaction_id and c.court_id <> t.court_id)
    limit 1;
    if found then
        raise exception 'transaction % does not balance', wrong using errcode = 'ZX002';
    end if;
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
    perform ledger_months_held(court_id, false)
    from (select distinct court_id from added order by court_id) c;
    select t.id into wrong from (select distinct transaction_id from added) n
        join ledger_transaction t on t.id = n.transaction_id
        join ledger_month m on m.court_id = t.court_id and m.month >= date_trunc('month', t.booked_on)::date
    limit 1;
    if found then
        raise exception 'transaction % is booked in a closed month', wrong using errcode = 'ZX003';
    end if;
    update ledger_account a set balance = a.balance + d.delta
    from (select e.account_id, sum(case e.side when 'CREDIT' then e.amount else -e.amount end) as delta
          from added e join ledger_account x on x.id = e.account_id and x.kind <> 'BANK'
          group by e.account_id) d
    where a.id = d.account_id and d.delta <> 0;
    -- A session keeps to its share, so that sessions seldom meet in one.
    insert into ledger_share as s (account_id, share, balance)
    select e.account_id, pg_backend_pid() % 64, sum(case e.side when 'DEBIT' then e.amount else -e.amount end)
    from added e join ledger_account x on x.id = e.account_id and x.kind = 'BANK'
    group by e.account_id order by e.account_id
    on conflict (account_id, share) do update set balance = s.balance + excluded.balance;
    return null;
end
$$;

create or replace view ledger_account_wrong as
    select a.court_id, a.id as account_id, a.kind, a.case_id, a.balance, coalesce(e.sum, 0) as of_entries
    from ledger_balance a
    left join (
        select e.account_id, sum(case when (e.side = 'DEBIT') = (x.kind = 'BANK') then e.amount else -e.amount end) as sum
        from ledger_entry e join ledger_account x on x.id = e.account_id group by e.account_id) e on e.account_id = a.id
    where a.balance <> coalesce(e.sum, 0);
