-- Assets found and the measures on them (查控). What is known of an asset is kept version by version.
create table asset (
    id       uuid primary key,
    court_id int not null references court,
    case_id  uuid not null references enforcement_case,
    version  int not null default 1
);
create index asset_case on asset (case_id, id);

create table asset_version (
    asset_id    uuid not null references asset,
    version     int not null check (version > 0),
    kind        text not null check (kind in
        ('DEPOSIT', 'VEHICLE', 'REAL_ESTATE', 'SECURITIES', 'PROVIDENT_FUND', 'OTHER')),
    respondent  text not null,
    description text not null,
    holder      text,
    identifier  text,
    value       numeric(18, 2) check (value >= 0),
    appraised   boolean not null,
    source      text not null check (source in ('ONLINE_CHECK', 'OFFLINE_CHECK', 'REPORT', 'CLUE')),
    found_on    date not null,
    disposable  boolean not null,
    written_by  uuid not null references person,
    written_on  date not null,
    -- Why it took the place of the version before.
    reason      text,
    primary key (asset_id, version),
    check ((version = 1) = (reason is null))
);

create table measure (
    id             uuid primary key,
    court_id       int not null references court,
    case_id        uuid not null references enforcement_case,
    asset_id       uuid not null references asset,
    kind           text not null check (kind in ('SEIZE', 'FREEZE', 'DETAIN')),
    -- The court that holds it where it is not ours.
    other_court    text,
    document       text not null,
    taken_on       date not null,
    most_years     int not null check (most_years > 0),
    place          int not null check (place > 0),
    starts_on      date,
    ends_on        date,
    released_on    date,
    release_reason text,
    version        int not null default 1,
    -- No time runs while it waits.
    check ((starts_on is null) = (ends_on is null)),
    check (ends_on > starts_on),
    check ((released_on is null) = (release_reason is null))
);
create index measure_asset on measure (asset_id, id);
create index measure_case on measure (case_id, id);
