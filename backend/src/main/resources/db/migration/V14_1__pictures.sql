-- Small pictures of what lies in the blob store: drawn once, and they can be drawn again.
create table file_picture (
    court_id       int not null references court,
    -- Of the original.
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    page           int not null check (page > 0),
    edge           int not null check (edge > 0),
    picture_sha256 text not null check (picture_sha256 ~ '^[0-9a-f]{64}$'),
    picture_size   int not null check (picture_size > 0),
    primary key (court_id, sha256, page, edge)
);
create index file_picture_blob on file_picture (court_id, picture_sha256);
