-- Delegations to and from other courts (外地委托、受托, clause 一(四)5) are task slips of two kinds of their own: one goes out
-- by a letter and ends with the reply to it, the other comes in by a letter and ends with ours.

alter table task_slip_kind add column way text not null default 'HERE' check (way in ('HERE', 'OUT', 'IN'));
insert into task_slip_kind (code, position, name_zh, name_en, clause, automatic, way) values
    ('DELEGATION_OUT', 11, '委托外地法院', 'Delegation to another court', '一(四)5', false, 'OUT'),
    ('DELEGATION_IN', 12, '受外地法院委托', 'Delegation from another court', '一(四)5', false, 'IN');

create table task_slip_delegation (
    slip_id       uuid primary key references task_slip,
    court_id      int not null references court,
    other_court   text not null,
    -- The letter that asks: ours once it is sent, theirs as it came.
    letter_number text,
    letter_on     date,
    reply_number  text,
    reply_on      date,
    check ((letter_number is null) = (letter_on is null)),
    check ((reply_number is null) = (reply_on is null)),
    check (reply_on is null or reply_on >= letter_on)
);
create index task_slip_delegation_court on task_slip_delegation (court_id);

-- Where officers find a party: optional, and masked as other personal data is.
alter table party add column address text;
