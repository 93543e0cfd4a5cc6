-- Ways to people outside this application: e-mail and a court's webhook. A court without a row uses neither.
create table channel_setting (
    court_id            int primary key references court,
    email_enabled       boolean not null default false,
    -- Nobody may switch e-mail off altogether: who does gets the digest.
    email_mandatory     boolean not null default false,
    webhook_enabled     boolean not null default false,
    webhook_url         text,
    -- The key of the signature. It signs, so it cannot be kept as a hash; no answer and no log line ever carries it.
    webhook_secret      text,
    digest_at           time not null default '08:00',
    quiet_on_rest_days  boolean not null default true,
    -- The last court date whose digests were put into the outbox.
    digested_on         date,
    version             int not null default 1,
    check (not webhook_enabled or (webhook_url is not null and webhook_secret is not null))
);

-- What a person chose; somebody without a row gets the digest as soon as there is an address.
create table notice_preference (
    person_id     uuid primary key references person,
    court_id      int not null references court,
    email_address text,
    email         text not null default 'DIGEST' check (email in ('OFF', 'DIGEST', 'EACH')),
    webhook       text not null default 'OFF' check (webhook in ('OFF', 'EACH'))
);

-- How each person is reached today; the rule is notice.rules.Preferences, and a test compares the two.
create view notice_reach as
select p.id as person_id, p.court_id, p.username, n.email_address,
    case when not coalesce(s.email_enabled, false) or n.email_address is null then 'OFF'
         when s.email_mandatory and n.email = 'OFF' then 'DIGEST'
         else n.email end as email,
    case when coalesce(s.webhook_enabled, false) then coalesce(n.webhook, 'OFF') else 'OFF' end as webhook
from person p
left join notice_preference n on n.person_id = p.id
left join channel_setting s on s.court_id = p.court_id
where p.active;

-- A row of a channel outside is one person's; its next_try_at is also the lease of whoever is sending it.
alter table outbox add column person_id uuid references person;
create index outbox_dead on outbox (court_id, id) where dead_at is not null;
create index outbox_far on outbox (court_id, channel, next_try_at, id)
    where done_at is null and dead_at is null and channel <> 'INBOX';

-- The secret address of a person's due dates: of its 256 random bits only the SHA-256 is kept.
create table calendar_feed (
    person_id    uuid primary key references person,
    court_id     int not null references court,
    token_sha256 bytea not null unique check (length(token_sha256) = 32),
    created_at   timestamptz not null
);
