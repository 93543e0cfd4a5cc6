-- Reconciliation costs the days that are asked for, not all that ever happened: where a month is closed, what statement and
-- ledger held, and what made them differ, is carried forward to the first day of the next.
-- A carry has all lines with an earlier value date, and all bookings of an earlier value date that were booked before it: the
-- month is closed, so none of them is added any more. What is booked later for an earlier day is read beside it.

create table bank_carry (
    court_id int not null references court,
    day      date not null check (extract(day from day) = 1),
    -- The sum of all lines, and what the bank's account held.
    lines    numeric(18, 2) not null,
    ledger   numeric(18, 2) not null,
    -- What the statement's running balance is ahead of the sum of its lines (null: no line has told a balance yet), and how many
    -- lines say so, which decides between lines of one moment.
    base     numeric(18, 2),
    votes    bigint not null,
    primary key (court_id, day)
);

-- What made them differ on the evening before: per key what either side has, as one movement.
create table bank_carry_item (
    court_id int not null,
    day      date not null,
    key      uuid not null,
    source   text not null check (source in ('BANK', 'LEDGER')),
    id       uuid not null,
    value_on date not null,
    amount   numeric(18, 2) not null,
    primary key (court_id, day, key, source),
    foreign key (court_id, day) references bank_carry on delete cascade
);

-- Jumps of the statement in the days before a carry, since the one before it.
create table bank_jump (
    court_id int not null,
    day      date not null,
    line_id  uuid not null references bank_line,
    value_on date not null,
    jump     numeric(18, 2) not null,
    first    boolean not null,
    primary key (court_id, line_id),
    foreign key (court_id, day) references bank_carry on delete cascade
);
create index bank_jump_day on bank_jump (court_id, value_on);

-- What is booked in a later month than the bank's day: few, and found without looking at the others.
create index ledger_transaction_late on ledger_transaction (court_id, value_on)
    where value_on < booked_on - (extract(day from booked_on)::int - 1);

-- As in V11, and when it was booked (null for lines). Entries and what is reversed are looked up one by one, whatever the planner
-- knows: for the days of one month it would rather read all entries there are.
create or replace view bank_movement as
    select t.court_id, 'LEDGER' as source, t.id,
        case coalesce(r.kind, t.kind) when 'PAID' then coalesce(r.subject_id, t.subject_id, r.id, t.id)
            else coalesce(r.id, t.id) end as key,
        t.value_on, case e.side when 'DEBIT' then -e.amount else e.amount end as amount, t.booked_on
    from ledger_transaction t
        left join lateral (
            select o.id, o.kind, o.subject_id from ledger_transaction o where o.id = t.reverses offset 0) r on true
        cross join lateral (
            select x.side, x.amount from ledger_entry x join ledger_account a on a.id = x.account_id and a.kind = 'BANK'
            where x.transaction_id = t.id offset 0) e
    union all
    select l.court_id, 'BANK', l.id, coalesce(l.payment_id, l.transaction_id, l.id), l.value_on,
        coalesce(l.money_in, -l.money_out), null
    from bank_line l;

-- The last carry by a day; all null where there is none.
create function bank_carried(court int, by_day date) returns bank_carry language sql stable as $$
    select c from bank_carry c where c.court_id = court and c.day <= by_day order by c.day desc limit 1
$$;

-- What was booked since a carry for days before it.
create function bank_late(court int, carried date) returns setof bank_movement language plpgsql stable as $$
begin
    return query
        select m.* from bank_movement m
        where m.court_id = court and m.source = 'LEDGER' and m.value_on < carried and m.booked_on >= carried
            and m.value_on < m.booked_on - (extract(day from m.booked_on)::int - 1);
end
$$;

-- All that moved by a day, as far as it matters from another day on: before the last carry by then, what it says.
create function bank_movements(court int, since date, upto date)
    returns table (source text, id uuid, key uuid, value_on date, amount numeric) language plpgsql stable as $$
#variable_conflict use_column
declare
    carry bank_carry := bank_carried(court, since);
begin
    return query
        select m.source, m.id, m.key, m.value_on, m.amount
        from bank_movement m
        where m.court_id = court and m.value_on >= coalesce(carry.day, '-infinity') and m.value_on <= upto
        union all
        select i.source, i.id, i.key, i.value_on, i.amount
        from bank_carry_item i where i.court_id = court and i.day = carry.day
        union all
        select m.source, m.id, m.key, m.value_on, m.amount from bank_late(court, carry.day) m;
end
$$;

-- What statement and ledger held before a day.
create function bank_before(court int, before date) returns table (bank numeric, ledger numeric) language plpgsql stable as $$
#variable_conflict use_column
declare
    carry bank_carry := bank_carried(court, before);
begin
    return query
        select coalesce(carry.lines, 0) + coalesce(sum(m.amount) filter (where m.source = 'BANK'), 0),
            coalesce(carry.ledger, 0) - coalesce(sum(m.amount) filter (where m.source = 'LEDGER'), 0)
        from (
            select x.source, x.amount from bank_movement x
            where x.court_id = court and x.value_on >= coalesce(carry.day, '-infinity') and x.value_on < before
            union all
            select x.source, x.amount from bank_late(court, carry.day) x) m;
end
$$;

-- Since the last carry, by moment: what the running balance is ahead of the sum of all lines. Lines of one moment (some banks give
-- the day only, some the newest first) are taken together: the last of them is the one with which most lines agree.
-- How many lines before a day say so is what a carry to that day keeps.
create function bank_bases(court int, carry bank_carry, upto date)
    returns table (line_id uuid, value_on date, at timestamp, base numeric, votes bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
    return query
        with line as (
            select l.id, l.value_on, l.at, coalesce(l.money_in, -l.money_out) as amount, l.balance
            from bank_line l where l.court_id = court and l.value_on >= coalesce(carry.day, '-infinity')),
        moment as (
            select value_on, at, coalesce(carry.lines, 0) + sum(sum(amount)) over (order by value_on, at) as total
            from line group by value_on, at),
        told as (
            select l.id, l.value_on, l.at, l.balance - m.total as base,
                count(*) over (partition by l.balance - m.total)
                    + case when l.balance - m.total = carry.base then carry.votes else 0 end as votes,
                count(*) filter (where l.value_on < upto) over (partition by l.balance - m.total)
                    + case when l.balance - m.total = carry.base then carry.votes else 0 end as kept
            from line l join moment m on (m.value_on, m.at) = (l.value_on, l.at) where l.balance is not null)
        select distinct on (value_on, at) id, value_on, at, base, kept from told
        order by value_on, at, votes desc, id desc;
end
$$;

-- Where the statement's running balance does not follow from the lines before; the first one shows what was there before.
create function bank_gaps(court int)
    returns table (line_id uuid, value_on date, jump numeric, first boolean) language plpgsql stable as $$
#variable_conflict use_column
declare
    carry bank_carry := bank_carried(court, 'infinity');
begin
    return query
        select j.line_id, j.value_on, j.jump, j.first from bank_jump j where j.court_id = court
        union all
        select g.line_id, g.value_on, g.jump, g.first
        from (select b.line_id, b.value_on, b.base - lag(b.base, 1, coalesce(carry.base, 0)) over w as jump,
                  carry.base is null and row_number() over w = 1 as first
              from bank_bases(court, carry, 'infinity') b window w as (order by b.value_on, b.at)) g
        where g.jump <> 0;
end
$$;

drop view bank_gap;
create view bank_gap as
    select c.id as court_id, g.line_id, g.value_on, g.jump, g.first from court c cross join lateral bank_gaps(c.id) g;

-- Carries forward to the first day after a closed month, from the last carry. Nobody may book meanwhile.
create function bank_carry_forward(court int, to_day date) returns void language plpgsql as $$
declare
    before bank_carry := bank_carried(court, to_day - 1);
    held record;
    told record;
    jumps bank_jump[];
begin
    if exists (select from bank_carry c where c.court_id = court and c.day >= to_day) then
        return;
    end if;
    select array_agg((court, to_day, g.line_id, g.value_on, g.jump, g.first)::bank_jump) into jumps from bank_gaps(court) g
    where g.value_on >= coalesce(before.day, '-infinity') and g.value_on < to_day;
    select * into held from bank_before(court, to_day);
    select b.base, b.votes into told from bank_bases(court, before, to_day) b where b.value_on < to_day
    order by b.value_on desc, b.at desc limit 1;
    insert into bank_carry (court_id, day, lines, ledger, base, votes)
    values (court, to_day, held.bank,
        held.ledger + coalesce((select sum(m.amount) from bank_movement m where m.court_id = court and m.source = 'LEDGER'
            and m.value_on >= coalesce(before.day, '-infinity') and m.value_on < to_day and m.booked_on >= to_day), 0)
            + coalesce((select sum(m.amount) from bank_late(court, before.day) m where m.booked_on >= to_day), 0),
        coalesce(told.base, before.base), coalesce(told.votes, before.votes, 0));
    insert into bank_carry_item (court_id, day, key, source, id, value_on, amount)
    with moved as (
        select i.source, i.id, i.key, i.value_on, i.amount
        from bank_carry_item i where i.court_id = court and i.day = before.day
        union all
        select m.source, m.id, m.key, m.value_on, m.amount from bank_movement m
        where m.court_id = court and m.value_on >= coalesce(before.day, '-infinity') and m.value_on < to_day
            and coalesce(m.booked_on, m.value_on) < to_day
        union all
        select m.source, m.id, m.key, m.value_on, m.amount from bank_late(court, before.day) m where m.booked_on < to_day),
    open as (
        select key, max(value_on) as since from moved group by key having sum(amount) <> 0)
    select court, to_day, m.key, m.source, (array_agg(m.id order by m.value_on, m.id))[1], o.since, sum(m.amount)
    from moved m join open o on o.key = m.key group by m.key, m.source, o.since;
    insert into bank_jump select j.* from unnest(jumps) j;
end
$$;

-- A line that arrives for a carried day, or is tied to something else there, takes the carries after it away: until the next check
-- carries forward anew, the days are read. Held like a booking, so that none is carried at the same moment.
create function bank_line_uncarries() returns trigger language plpgsql as $$
begin
    perform ledger_months_held(t.court_id, false) from (select distinct court_id from added order by court_id) t;
    if tg_op = 'INSERT' then
        delete from bank_carry c using (select court_id, min(value_on) as since from added group by court_id) t
        where c.court_id = t.court_id and c.day > t.since;
    else
        delete from bank_carry c using (
            select n.court_id, min(least(n.value_on, o.value_on)) as since
            from added n join removed o on o.id = n.id
            where (n.value_on, n.at, n.money_in, n.money_out, n.balance, n.transaction_id, n.payment_id)
                is distinct from (o.value_on, o.at, o.money_in, o.money_out, o.balance, o.transaction_id, o.payment_id)
            group by n.court_id) t
        where c.court_id = t.court_id and c.day > t.since;
    end if;
    return null;
end
$$;
create trigger bank_line_arrives after insert on bank_line referencing new table as added
    for each statement execute function bank_line_uncarries();
create trigger bank_line_changes after update on bank_line referencing new table as added old table as removed
    for each statement execute function bank_line_uncarries();
