-- Sheets of query results are taken in as the register is: the same rows, leases and progress, told apart by their kind.
alter table register_import add kind text not null default 'REGISTER' check (kind in ('REGISTER', 'QUERY_RESULTS'));
create index import_kind on register_import (court_id, kind, id);

-- What an institution said of a respondent on a day; the key is a digest of just that, so that a file twice changes nothing.
create table query_result (
    id          uuid primary key,
    court_id    int not null references court,
    case_id     uuid not null references enforcement_case,
    key         text not null,
    respondent  text not null,
    kind        text not null check (kind in
        ('DEPOSIT', 'REAL_ESTATE', 'VEHICLE', 'BUSINESS', 'SECURITIES', 'PROVIDENT_FUND', 'OTHER')),
    institution text not null,
    queried_on  date not null,
    way         text not null check (way in ('ONLINE_CHECK', 'OFFLINE_CHECK')),
    found       boolean not null,
    description text,
    identifier  text,
    value       numeric(18, 2) check (value >= 0),
    disposable  boolean not null,
    -- The property it speaks of; null where nothing was found.
    asset_id    uuid references asset,
    import_id   uuid not null references register_import,
    recorded_on date not null,
    check (found = (asset_id is not null)),
    unique (court_id, key)
);
create index query_result_case on query_result (case_id, id);
create index query_result_asset on query_result (asset_id, queried_on desc) where asset_id is not null;
