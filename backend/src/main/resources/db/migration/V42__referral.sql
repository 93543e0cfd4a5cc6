-- Matters that executors refer to the judge (报请, clause 一(五)): asked with a reason, decided with one, by another person.
create table referral (
    id          uuid primary key,
    court_id    int not null references court,
    case_id     uuid not null references enforcement_case,
    matter      text not null,
    detail      text not null,
    status      text not null check (status in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    asked_by    uuid not null references person,
    asked_on    date not null,
    -- What counts its days; null where the court's node table has no line for it.
    node_id     uuid references node,
    ended_by    uuid references person,
    ended_on    date,
    end_reason  text,
    version     int not null default 1,
    check ((status = 'OPEN') = (ended_by is null) and (status = 'OPEN') = (end_reason is null)),
    -- Nobody decides what they asked.
    check (status not in ('APPROVED', 'REFUSED') or ended_by <> asked_by)
);
create index referral_case on referral (case_id, id);
create index referral_open on referral (court_id, id) where status = 'OPEN';

-- A court that has a node table already gets the line as a new version of it: those that are published never change.
insert into node_policy (court_id, version, effective_from, document, reason)
select n.court_id, n.version + 1, greatest(n.effective_from, (now() at time zone 'Asia/Shanghai')::date),
    jsonb_set(n.document, '{policies}', n.document -> 'policies' || '[{"code": "REFERRAL", "nameZh": "报请事项决定",
        "nameEn": "Decision on a referred matter", "startEvent": "MATTER_REFERRED", "period": 5, "unit": "WORKDAY",
        "rollOver": "NEXT", "beforeEnd": false, "kinds": [], "teams": [], "unlessAuctionNeeded": false,
        "responsible": "JUDGE", "evidence": null, "stop": "DECIDED", "clause": "一(五)", "dueSoonShare": 0.30}]'::jsonb),
    '增加报请事项的决定期限'
from node_policy n
where n.version = (select max(m.version) from node_policy m where m.court_id = n.court_id)
    and not n.document @> '{"policies": [{"code": "REFERRAL"}]}';
