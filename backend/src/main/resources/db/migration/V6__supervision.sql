-- Supervision slips (督办单, clause 二(四)): node control's demand, each round of answers, and the notices for those that
-- stay unanswered.

-- The last number of each court and year. It is taken in the transaction that issues, so that none is ever left out.
create table supervision_serial (
    court_id int not null references court,
    year     int not null,
    last     int not null,
    primary key (court_id, year)
);

create table supervision_slip (
    id              uuid primary key,
    court_id        int not null references court,
    year            int not null,
    serial          int not null,
    case_id         uuid not null references enforcement_case,
    node_id         uuid not null references node,
    reason          text not null,
    issued_by       uuid not null references person,
    issued_on       date not null,
    answer_due      date not null,
    status          text not null check (status in ('ISSUED', 'ANSWERED', 'RETURNED', 'CONFIRMED', 'WITHDRAWN')),
    withdrawn_by    uuid references person,
    withdrawn_on    date,
    withdraw_reason text,
    next_notice_on  date not null,
    notice_count    int not null default 0,
    version         int not null default 1,
    unique (court_id, year, serial)
);
create index slip_court on supervision_slip (court_id, id);
create index slip_case on supervision_slip (case_id, id);
-- One demand a node at a time.
create unique index slip_one_open on supervision_slip (node_id) where status in ('ISSUED', 'ANSWERED', 'RETURNED');
create index slip_waiting on supervision_slip (court_id, next_notice_on, id) where status in ('ISSUED', 'RETURNED');

-- Every answer is kept, also one that was sent back.
create table supervision_answer (
    id              uuid primary key,
    court_id        int not null references court,
    slip_id         uuid not null references supervision_slip,
    round           int not null,
    text            text not null,
    file_id         uuid references stored_file,
    answer_due      date not null,
    answered_by     uuid not null references person,
    answered_on     date not null,
    decision        text check (decision in ('CONFIRMED', 'RETURNED')),
    decided_by      uuid references person,
    decided_on      date,
    decision_reason text,
    unique (slip_id, round)
);
create unique index answer_evidence on supervision_answer (file_id) where file_id is not null;

-- One row an unanswered slip and working day: the second of two sweeps finds it taken.
create table supervision_notice (
    court_id  int not null references court,
    slip_id   uuid not null references supervision_slip,
    for_day   date not null,
    day_no    int not null,
    days_late int not null,
    primary key (slip_id, for_day)
);
