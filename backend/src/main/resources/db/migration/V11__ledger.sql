-- Case funds (domain.md §5, clause 二(二), 法发〔2017〕6号). Amounts are CNY, exact to the fen; days are court dates.

-- The accounts: one a case, and per court the bank, what no case has claimed yet, fees, and what was ordered but is not
-- paid yet. The bank's balance is on the debit side, the others' on the credit side: none of them ever goes below zero.
alter table case_account rename to ledger_account;
alter table ledger_account rename constraint case_account_balance_check to ledger_account_not_negative;
alter table ledger_account
    add column kind text not null default 'CASE' check (kind in ('CASE', 'BANK', 'SUSPENSE', 'FEE', 'PAYING')),
    alter column case_id drop not null,
    alter column virtual_number drop not null,
    add constraint ledger_account_of_case
        check ((kind = 'CASE') = (case_id is not null) and (kind = 'CASE') = (virtual_number is not null));
create unique index ledger_account_of_court on ledger_account (court_id, kind) where kind <> 'CASE';
create index ledger_account_waiting on ledger_account (court_id, id) where kind = 'CASE' and balance > 0;

create function open_funds(court int) returns void language sql as $$
    insert into ledger_account (id, court_id, kind, opened_on)
    select gen_random_uuid(), court, k, current_date from unnest(array['BANK', 'SUSPENSE', 'FEE', 'PAYING']) k
    on conflict do nothing
$$;
select open_funds(id) from court;

create or replace function open_court(court_code text, court_name text) returns int language plpgsql as $$
declare
    made int;
begin
    insert into court (code, name) values (court_code, court_name) returning id into made;
    insert into audit_head (court_id, seq, hash) values (made, 0, repeat('0', 64));
    perform open_funds(made);
    perform open_statement_mappings(made);
    return made;
end
$$;

-- One movement of money. Never changed: a mistake is reversed by another transaction, once.
create table ledger_transaction (
    id         uuid primary key,
    court_id   int not null references court,
    kind       text not null check (kind in
        ('RECEIPT', 'CLAIM', 'ORDER', 'PAID', 'BOUNCED', 'FEE', 'BANK_CHARGE', 'REVERSAL')),
    case_id    uuid references enforcement_case,
    -- The court's day on which it was booked, and the bank's day of the money.
    booked_on  date not null,
    value_on   date not null,
    memo       text not null,
    -- What it came from: a line of a statement, a payment, a suspense claim.
    subject_id uuid,
    reverses   uuid unique references ledger_transaction,
    entries    smallint not null check (entries >= 2),
    booked_by  uuid references person,
    booked_at  timestamptz not null default now(),
    check ((kind = 'REVERSAL') = (reverses is not null))
);
create index ledger_transaction_court on ledger_transaction (court_id, booked_on, id);
create index ledger_transaction_value on ledger_transaction (court_id, value_on, id);
create index ledger_transaction_case on ledger_transaction (case_id, id) where case_id is not null;
create index ledger_transaction_subject on ledger_transaction (subject_id) where subject_id is not null;

create table ledger_entry (
    transaction_id uuid not null references ledger_transaction,
    seq            smallint not null check (seq >= 1),
    court_id       int not null references court,
    account_id     uuid not null references ledger_account,
    side           text not null check (side in ('DEBIT', 'CREDIT')),
    amount         numeric(18, 2) not null check (amount > 0),
    -- Given while the account is locked: the order in which its balance came about, whatever the clocks said.
    position       bigint generated always as identity,
    primary key (transaction_id, seq)
);
create unique index ledger_entry_account on ledger_entry (account_id, position);

-- A month that is closed takes no more bookings; what comes late is booked in the open one.
create table ledger_month (
    court_id  int not null references court,
    month     date not null check (extract(day from month) = 1),
    closed_by uuid not null references person,
    closed_on date not null,
    document  json not null,
    primary key (court_id, month)
);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'ledger rows are never changed: reverse the transaction' using errcode = 'ZX001';
end
$$;
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
    for each statement execute function ledger_is_append_only();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_month_append_only before update or delete or truncate on ledger_month
    for each statement execute function ledger_is_append_only();

-- Whoever books holds the court's months shared, whoever closes one holds them alone: no booking slips in behind a closing.
create function ledger_months_held(court int, alone boolean) returns void language plpgsql as $$
begin
    if alone then
        perform pg_advisory_xact_lock(11, court);
    else
        perform pg_advisory_xact_lock_shared(11, court);
    end if;
end
$$;
create function ledger_month_alone() returns trigger language plpgsql as $$
begin
    perform ledger_months_held(new.court_id, true);
    return new;
end
$$;
create trigger ledger_month_alone before insert on ledger_month
    for each row execute function ledger_month_alone();

-- Whole transactions arrive in one statement: numbered through from 1, as many as were said (so that none can be added
-- later), both sides equal, all of one court, on accounts of that court and of no other case than the transaction's.
create function ledger_entries_balance() returns trigger language plpgsql as $$
declare
    wrong uuid;
begin
    select n.transaction_id into wrong
    from (select e.transaction_id, count(*) as entries, min(e.seq) as first, max(e.seq) as last,
              sum(case e.side when 'DEBIT' then e.amount else -e.amount end) as difference,
              bool_and(e.court_id = t.court_id and a.court_id = t.court_id
                  and (t.case_id is null or a.case_id is null or a.case_id = t.case_id)) as at_home
          from added e join ledger_transaction t on t.id = e.transaction_id join ledger_account a on a.id = e.account_id
          group by e.transaction_id) n
        join ledger_transaction t on t.id = n.transaction_id
    where n.difference <> 0 or n.entries <> t.entries or n.first <> 1 or n.last <> t.entries or not n.at_home
        or exists (select from enforcement_case c where c.id = t.case_id and c.court_id <> t.court_id)
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
    from (select e.account_id,
              sum(case when (e.side = 'DEBIT') = (x.kind = 'BANK') then e.amount else -e.amount end) as delta
          from added e join ledger_account x on x.id = e.account_id
          group by e.account_id) d
    where a.id = d.account_id and d.delta <> 0;
    return null;
end
$$;
create trigger ledger_entry_balance after insert on ledger_entry referencing new table as added
    for each statement execute function ledger_entries_balance();

-- A transaction without its entries does not get past the commit.
create function ledger_transaction_is_whole() returns trigger language plpgsql as $$
begin
    if (select count(*) from ledger_entry e where e.transaction_id = new.id) <> new.entries then
        raise exception 'transaction % has not its entries', new.id using errcode = 'ZX002';
    end if;
    return null;
end
$$;
create constraint trigger ledger_transaction_whole after insert on ledger_transaction
    deferrable initially deferred for each row execute function ledger_transaction_is_whole();

-- A balance is what its entries make it, and nobody's to set. (A statement of the trigger above runs one level deeper.)
create function ledger_balance_is_derived() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'a balance follows from its entries' using errcode = 'ZX001';
    end if;
    return new;
end
$$;
create trigger ledger_balance_derived before update on ledger_account
    for each row when (old.balance is distinct from new.balance) execute function ledger_balance_is_derived();

-- An account begins empty, and stays whose it is and of its kind.
create function ledger_account_stays() returns trigger language plpgsql as $$
begin
    raise exception 'an account is opened empty and stays what it is' using errcode = 'ZX001';
end
$$;
create trigger ledger_account_empty before insert on ledger_account
    for each row when (new.balance <> 0) execute function ledger_account_stays();
create trigger ledger_account_same before update on ledger_account
    for each row when ((old.id, old.court_id, old.kind, old.case_id, old.virtual_number, old.opened_on)
        is distinct from (new.id, new.court_id, new.kind, new.case_id, new.virtual_number, new.opened_on))
    execute function ledger_account_stays();
create trigger ledger_account_kept before delete on ledger_account
    for each statement execute function ledger_account_stays();

-- Every account must be where its entries say: empty when all is well. One pass over the entries.
create view ledger_account_wrong as
    select a.court_id, a.id as account_id, a.kind, a.case_id, a.balance, coalesce(e.sum, 0) as of_entries
    from ledger_account a
    left join (
        select e.account_id, sum(case when (e.side = 'DEBIT') = (x.kind = 'BANK') then e.amount else -e.amount end) as sum
        from ledger_entry e join ledger_account x on x.id = e.account_id group by e.account_id) e on e.account_id = a.id
    where a.balance <> coalesce(e.sum, 0);

-- What a nightly look at the books found; one a court and day.
create table ledger_check (
    court_id int not null references court,
    day      date not null,
    findings int,
    document json,
    at       timestamptz not null default now(),
    primary key (court_id, day)
);

-- How a bank writes its statement; the court's own data, kept by the administrator.
create table statement_mapping (
    id       uuid primary key,
    court_id int not null references court,
    name     text not null,
    format   text not null check (format in ('TABLE', 'CAMT053')),
    -- Which column of the file holds what, by the words of its header, and how dates are written.
    document json not null,
    active   boolean not null default true,
    version  int not null default 1,
    unique (court_id, name)
);

-- The two that every court begins with: a plain table, and ISO 20022.
create function open_statement_mappings(court int) returns void language sql as $$
    insert into statement_mapping (id, court_id, name, format, document)
    select gen_random_uuid(), court, m.name, m.format, json_build_object('columns', m.columns,
        'dateOrder', 'YEAR_FIRST', 'inWords', json_build_array())
    from (values ('通用格式', 'TABLE', '{"SERIAL": "流水号", "AT": "交易时间", "MONEY_IN": "收入金额",
                "MONEY_OUT": "支出金额", "PARTY": "对方户名", "PARTY_ACCOUNT": "对方账号",
                "VIRTUAL_NUMBER": "虚拟账号", "REMARK": "摘要", "BALANCE": "余额"}'::json),
            ('ISO 20022 camt.053', 'CAMT053', '{}'::json)) m (name, format, columns)
    on conflict do nothing
$$;
select open_statement_mappings(id) from court;

create table statement_import (
    id           uuid primary key,
    court_id     int not null references court,
    file_id      uuid not null references stored_file,
    file_name    text not null,
    mapping_id   uuid not null references statement_mapping,
    status       text not null check (status in ('CHECKING', 'PREVIEWED', 'COMMITTING', 'DONE', 'FAILED')),
    checked      int not null default 0,
    total        int,
    tally        json not null default '{}',
    -- Where the running balance does not follow from the line before.
    gaps         json not null default '[]',
    committed    int not null default 0,
    -- The last row whose line is booked: a batch moves it on, and writes no row of its own.
    booked_to    int not null default 0,
    failure      json,
    created_by   uuid not null references person,
    created_at   timestamptz not null default now(),
    committed_by uuid references person,
    lease_by     uuid,
    lease_until  timestamptz,
    attempts     int not null default 0
);
create index statement_import_court on statement_import (court_id, id);
create index statement_import_work on statement_import (id) where status in ('CHECKING', 'COMMITTING');

create table statement_import_row (
    court_id  int not null references court,
    import_id uuid not null references statement_import,
    row_no    int not null,
    line_no   int not null,
    serial    text,
    outcome   text not null check (outcome in ('NEW', 'SAME', 'CONFLICT', 'BAD')),
    values    json not null,
    errors    json,
    conflicts json,
    -- Where the money would go: the case's account by virtual number or by the remark, or suspense, and why.
    case_id   uuid references enforcement_case,
    matched   text check (matched in ('VIRTUAL', 'REMARK', 'SUSPENSE', 'OUT')),
    why       text,
    primary key (import_id, row_no)
);
create index statement_import_row_outcome on statement_import_row (import_id, outcome, row_no);
create index statement_import_row_serial on statement_import_row (import_id, serial);

-- What the bank says happened, once each, known by its serial number.
create table bank_line (
    id             uuid primary key,
    court_id       int not null references court,
    import_id      uuid not null references statement_import,
    serial         text not null,
    at             timestamp not null,
    value_on       date not null,
    money_in       numeric(18, 2) check (money_in > 0),
    money_out      numeric(18, 2) check (money_out > 0),
    party          text,
    party_account  text,
    virtual_number text,
    remark         text,
    balance        numeric(18, 2),
    matched        text not null check (matched in ('VIRTUAL', 'REMARK', 'SUSPENSE', 'OUT')),
    why            text,
    transaction_id uuid references ledger_transaction,
    -- Of money out: the payment the bank carried out with it, once known.
    payment_id     uuid,
    unique (court_id, serial),
    check ((money_in is null) <> (money_out is null))
);
create index bank_line_day on bank_line (court_id, value_on, id);
create index bank_line_out on bank_line (court_id, value_on, id) where money_out is not null and payment_id is null;

-- Money that arrived for a case: to be paid out in full within its time (DISBURSE).
create table receipt (
    id             uuid primary key,
    court_id       int not null references court,
    case_id        uuid not null references enforcement_case,
    line_id        uuid not null references bank_line,
    transaction_id uuid not null references ledger_transaction,
    node_id        uuid references node,
    received_on    date not null,
    amount         numeric(18, 2) not null check (amount > 0),
    -- In applications that are not paid yet, and paid; what is left is free.
    reserved       numeric(18, 2) not null default 0 check (reserved >= 0),
    paid           numeric(18, 2) not null default 0 check (paid >= 0),
    -- Taken back: the claim or the matching was a mistake.
    reversed_by    uuid references ledger_transaction,
    version        int not null default 1,
    check (reserved + paid <= amount)
);
create index receipt_case on receipt (case_id, received_on, id);
create index receipt_court on receipt (court_id, received_on, id);
create index receipt_waiting on receipt (court_id, received_on, id) where paid < amount and reversed_by is null;
create unique index receipt_line on receipt (line_id) where reversed_by is null;

-- Money of nobody yet (不明款); claimed for a case with a reason, a claim undone by reversal makes it nobody's again.
create table suspense_item (
    id          uuid primary key,
    court_id    int not null references court,
    line_id     uuid not null unique references bank_line,
    received_on date not null,
    amount      numeric(18, 2) not null check (amount > 0),
    -- The claim that holds, if any.
    case_id     uuid references enforcement_case,
    receipt_id  uuid references receipt,
    version     int not null default 1,
    check ((case_id is null) = (receipt_id is null))
);
-- Whose money it may be: the payer is a party.
create index party_name on party (court_id, name);
create index suspense_open on suspense_item (court_id, received_on, id) where receipt_id is null;

create table suspense_claim (
    id         uuid primary key,
    court_id   int not null references court,
    item_id    uuid not null references suspense_item,
    case_id    uuid not null references enforcement_case,
    receipt_id uuid not null references receipt,
    reason     text not null,
    claimed_by uuid not null references person,
    claimed_on date not null,
    undone_by  uuid references person,
    undone_on  date,
    undone_why text
);
create index suspense_claim_item on suspense_claim (item_id, id);

-- Whom money of a case may go to. The account is confirmed by another person than the one who wrote it down.
create table payee (
    id             uuid primary key,
    court_id       int not null references court,
    case_id        uuid not null references enforcement_case,
    kind           text not null check (kind in ('APPLICANT', 'FEE', 'REFUND', 'OTHER_COURT')),
    -- Parties are written anew when a case is corrected: the payee stays, by its name.
    party_id       uuid references party on delete set null,
    name           text not null,
    bank_name      text,
    account_number text,
    written_by     uuid not null references person,
    written_on     date not null,
    confirmed_by   uuid references person,
    confirmed_on   date,
    active         boolean not null default true,
    version        int not null default 1,
    check ((kind = 'FEE') = (account_number is null)),
    check (confirmed_by is null or confirmed_by <> written_by)
);
create index payee_case on payee (case_id, id);
create index payee_party on payee (party_id) where party_id is not null;

create table disbursement (
    id              uuid primary key,
    court_id        int not null references court,
    number          text not null,
    case_id         uuid not null references enforcement_case,
    amount          numeric(18, 2) not null check (amount > 0),
    reason          text not null,
    status          text not null check (status in
        ('APPLIED', 'JUDGE_APPROVED', 'DIRECTOR_APPROVED', 'APPROVED', 'ORDERED', 'PAID', 'PARTLY_PAID', 'BOUNCED',
         'REFUSED', 'WITHDRAWN')),
    -- Above this the president signs, too: the policy's figure when it was applied for.
    president_above numeric(18, 2) not null,
    policy_version  int not null,
    applied_by      uuid not null references person,
    applied_on      date not null,
    version         int not null default 1,
    unique (court_id, number)
);
create index disbursement_status on disbursement (court_id, status, id);
create index disbursement_case on disbursement (case_id, id);

-- Each step a person of its own (domain.md §4): the database holds it, too.
create table disbursement_step (
    disbursement_id uuid not null references disbursement,
    court_id        int not null references court,
    step            text not null check (step in ('APPLY', 'JUDGE', 'DIRECTOR', 'PRESIDENT', 'PAY')),
    person_id       uuid not null references person,
    taken_on        date not null,
    taken_at        timestamptz not null default now(),
    -- Of a refusal or a withdrawal.
    refused         boolean not null default false,
    reason          text,
    primary key (disbursement_id, step),
    unique (disbursement_id, person_id)
);

create table payment (
    id              uuid primary key,
    court_id        int not null references court,
    disbursement_id uuid not null references disbursement,
    case_id         uuid not null references enforcement_case,
    number          text not null,
    payee_id        uuid not null references payee,
    amount          numeric(18, 2) not null check (amount > 0),
    status          text not null check (status in ('APPLIED', 'ORDERED', 'PAID', 'BOUNCED', 'DROPPED')),
    batch_id        uuid,
    -- Why it bounced, in the bank's words.
    bank_reason     text,
    bank_serial     text,
    settled_on      date,
    version         int not null default 1,
    unique (court_id, number)
);
create index payment_disbursement on payment (disbursement_id, id);
create index payment_payee on payment (payee_id, id);
create index payment_batch_of on payment (batch_id, id) where batch_id is not null;
alter table bank_line add constraint bank_line_payment foreign key (payment_id) references payment;

-- Out of which receipts a payment is made: each of them must be paid out in full.
create table payment_part (
    payment_id uuid not null references payment,
    receipt_id uuid not null references receipt,
    court_id   int not null references court,
    amount     numeric(18, 2) not null check (amount > 0),
    primary key (payment_id, receipt_id)
);
create index payment_part_receipt on payment_part (receipt_id);

create table payment_batch (
    id         uuid primary key,
    court_id   int not null references court,
    number     text not null,
    payments   int not null check (payments > 0),
    amount     numeric(18, 2) not null check (amount > 0),
    status     text not null check (status in ('ORDERED', 'SETTLED')),
    created_by uuid not null references person,
    created_on date not null,
    version    int not null default 1,
    unique (court_id, number)
);
create index payment_batch_court on payment_batch (court_id, id);
alter table payment add constraint payment_batch_ref foreign key (batch_id) references payment_batch;

-- Statement beside ledger: what each of them says of the bank's money, under a key that both share where they speak of the
-- same money. Where the amounts under one key cancel out, statement and ledger agree.
create view bank_movement as
    with booked as (
        select t.id, t.court_id, t.value_on, coalesce(r.kind, t.kind) as kind, coalesce(r.id, t.id) as root,
            coalesce(r.subject_id, t.subject_id) as subject_id
        from ledger_transaction t left join ledger_transaction r on r.id = t.reverses)
    select b.court_id, 'LEDGER' as source, b.id, case b.kind when 'PAID' then coalesce(b.subject_id, b.root) else b.root end as key,
        b.value_on, case e.side when 'DEBIT' then -e.amount else e.amount end as amount
    from ledger_account a join ledger_entry e on e.account_id = a.id join booked b on b.id = e.transaction_id
    where a.kind = 'BANK'
    union all
    select l.court_id, 'BANK', l.id, coalesce(l.payment_id, l.transaction_id, l.id), l.value_on,
        coalesce(l.money_in, -l.money_out)
    from bank_line l;

-- Where the statement's running balance does not follow from the lines before; the first one shows what was there before.
-- Lines of one moment (some banks give the day only, some the newest first) are taken together: the last of them is the one
-- whose balance less all lines so far is what most lines agree on.
create view bank_gap as
    with moment as (
        select court_id, value_on, at, sum(sum(coalesce(money_in, -money_out)))
            over (partition by court_id order by value_on, at) as total
        from bank_line group by court_id, value_on, at),
    told as (
        select l.court_id, l.id, l.value_on, l.at, l.balance - m.total as base,
            count(*) over (partition by l.court_id, l.balance - m.total) as votes
        from bank_line l join moment m using (court_id, value_on, at) where l.balance is not null),
    last as (
        select distinct on (court_id, value_on, at) court_id, id, value_on, at, base
        from told order by court_id, value_on, at, votes desc, id desc)
    select court_id, id as line_id, value_on, jump, first
    from (select court_id, id, value_on, base - lag(base, 1, 0::numeric) over w as jump, row_number() over w = 1 as first
          from last window w as (partition by court_id order by value_on, at)) j
    where jump <> 0;

-- What the funds desk knows of such a jump.
create table bank_gap_note (
    line_id  uuid primary key references bank_line,
    court_id int not null references court,
    reason   text not null,
    noted_by uuid not null references person,
    noted_on date not null
);

-- Numbers without gaps or doubles, by court, word and year: the row is locked until the number is used.
create table funds_number (
    court_id int not null references court,
    word     text not null,
    year     int not null,
    last     int not null,
    primary key (court_id, word, year)
);

-- Who signs what sum: policy of the court, by version and date.
create table funds_policy (
    court_id       int not null references court,
    version        int not null,
    effective_from date not null,
    document       jsonb not null,
    published_by   uuid references person,
    reason         text,
    published_at   timestamptz not null default now(),
    primary key (court_id, version)
);
create trigger funds_policy_stays before update or delete on funds_policy
    for each row execute function published_policy_stays();

-- A node may be about one of several things of its case, such as a receipt: one open node each.
alter table node add column subject_id uuid;
drop index node_one_open;
create unique index node_one_open on node (case_id, code, subject_id) nulls not distinct
    where done_on is null and cancelled_on is null;
