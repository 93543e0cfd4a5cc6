-- Archived volumes that are asked for (复印、查阅、外调, clause 二(五)): approved or refused by the director, until a court day.
create table archive_loan (
    id              uuid primary key,
    court_id        int not null references court,
    case_id         uuid not null references enforcement_case,
    kind            text not null check (kind in ('CONSULT', 'COPY', 'INQUIRY')),
    reason          text not null,
    -- The last day, inclusive.
    until_on        date not null,
    -- Who inquires from outside the court, and the letter that the person brought.
    outside_body    text,
    outside_person  text,
    outside_letter  text,
    status          text not null check (status in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'RETURNED')),
    asked_by        uuid not null references person,
    asked_on        date not null,
    decided_by      uuid references person,
    decided_on      date,
    decision_reason text,
    ended_by        uuid references person,
    ended_on        date,
    version         int not null default 1,
    check (until_on >= asked_on),
    check ((kind = 'INQUIRY') = (outside_body is not null) and (kind = 'INQUIRY') = (outside_person is not null)
        and (kind = 'INQUIRY') = (outside_letter is not null)),
    check ((status in ('APPROVED', 'REFUSED', 'RETURNED')) = (decided_by is not null)
        and (decided_by is null) = (decided_on is null)),
    check ((status = 'REFUSED') = (decision_reason is not null)),
    check ((status in ('WITHDRAWN', 'RETURNED')) = (ended_by is not null) and (ended_by is null) = (ended_on is null)),
    -- Nobody decides what they asked.
    check (decided_by <> asked_by)
);
create index archive_loan_court on archive_loan (court_id, id);
create index archive_loan_asker on archive_loan (asked_by, id);
create index archive_loan_waiting on archive_loan (court_id, id) where status = 'ASKED';
-- Asked whenever somebody opens a volume of a case that is not in their sight.
create index archive_loan_lent on archive_loan (asked_by, case_id) where status = 'APPROVED';
