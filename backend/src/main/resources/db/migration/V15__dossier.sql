-- The electronic volume (电子卷宗) of each case. Nothing in it is overwritten or deleted.

create table dossier (
    case_id   uuid primary key references enforcement_case,
    court_id  int not null references court,
    opened_at timestamptz not null default now()
);

create table dossier_item (
    id             uuid primary key,
    court_id       int not null references court,
    case_id        uuid not null references dossier,
    -- A code of the catalogue, which is policy.
    category       text not null,
    position       int not null check (position > 0),
    -- The node that it proves done.
    node_id        uuid references node,
    removed_at     timestamptz,
    removed_by     uuid references person,
    removed_reason text,
    version        int not null default 1,
    check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_reason is null)),
    unique (case_id, category, position)
);
create index dossier_item_node on dossier_item (node_id) where node_id is not null;

create table dossier_version (
    item_id    uuid not null references dossier_item,
    court_id   int not null references court,
    version    int not null check (version > 0),
    file_id    uuid not null references stored_file,
    title      text not null,
    source     text not null check (source in ('SCAN', 'PHOTO', 'RECORDING', 'RECORD', 'GENERATED', 'UPLOAD')),
    taken_at   timestamptz,
    place      text,
    note       text,
    created_by uuid not null references person,
    created_at timestamptz not null,
    primary key (item_id, version)
);
create index dossier_version_file on dossier_version (file_id);

-- When a person last opened a version of an item: the ranges of one viewing are one row of the audit trail.
create table dossier_opening (
    person_id uuid not null references person,
    item_id   uuid not null references dossier_item,
    court_id  int not null references court,
    version   int not null,
    opened_at timestamptz not null,
    primary key (person_id, item_id, version)
);

insert into dossier (case_id, court_id) select id, court_id from enforcement_case;

-- What proved nodes done before there was a volume is in it from the beginning. An item has its file's id, so that the
-- migration needs no table to find one from the other.
insert into dossier_item (id, court_id, case_id, category, position, node_id)
select n.evidence_file, n.court_id, n.case_id, n.evidence_category,
       row_number() over (partition by n.case_id, n.evidence_category order by n.done_at, n.id), n.id
from node n
where n.evidence_file is not null and n.evidence_category is not null;

insert into dossier_version (item_id, court_id, version, file_id, title, source, created_by, created_at)
select f.id, f.court_id, 1, f.id, f.name, 'UPLOAD', f.created_by, f.created_at
from stored_file f join dossier_item i on i.id = f.id;
