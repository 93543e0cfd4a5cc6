-- Items change places within their category: a statement that moves several is looked at when it is through.
alter table dossier_item drop constraint dossier_item_case_id_category_position_key;
alter table dossier_item add constraint dossier_item_place unique (case_id, category, position) deferrable;

-- How many pages a content has, counted once. Sound, film and what nobody can count without its own program have none.
create table file_pages (
    court_id int not null references court,
    sha256   text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    pages    int not null check (pages >= 0),
    -- Of a PDF of many pages: an update that is read behind it, so that one page is found without the others.
    tree     bytea,
    primary key (court_id, sha256)
);

-- Looking at an item and taking it away are two things, and each is on the audit trail.
alter table dossier_opening add column manner text not null default 'VIEW' check (manner in ('VIEW', 'DOWNLOAD'));
alter table dossier_opening alter column manner drop default;
alter table dossier_opening drop constraint dossier_opening_pkey;
alter table dossier_opening add primary key (person_id, item_id, version, manner);
