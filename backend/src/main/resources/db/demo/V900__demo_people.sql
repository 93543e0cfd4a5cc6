-- People of the demo and of the tests, in two courts so that isolation can be seen. Never part of a production database.
select open_court('豫0502', '安阳市文峰区人民法院');

insert into person (id, court_id, username, name, roles, team)
select gen_random_uuid(), c.id, p.username, p.name, p.roles, p.team
from (values
    ('豫0505', 'president', '周某某', '{president}'::text[], null::text),
    ('豫0505', 'director', '郑某某', '{director}'::text[], null::text),
    ('豫0505', 'leader-fast', '冯某', '{team-leader}'::text[], 'FAST'),
    ('豫0505', 'leader-ordinary', '陈某某', '{team-leader}'::text[], 'ORDINARY'),
    ('豫0505', 'leader-special', '褚某', '{team-leader}'::text[], 'SPECIAL'),
    ('豫0505', 'leader-affairs', '卫某某', '{team-leader}'::text[], 'AFFAIRS'),
    ('豫0505', 'judge-fast-1', '王某', '{judge}'::text[], 'FAST'),
    ('豫0505', 'judge-fast-2', '李某某', '{judge}'::text[], 'FAST'),
    ('豫0505', 'executor-fast-1', '赵某', '{executor}'::text[], 'FAST'),
    ('豫0505', 'executor-fast-2', '钱某某', '{executor}'::text[], 'FAST'),
    ('豫0505', 'judge-ordinary-1', '孙某', '{judge}'::text[], 'ORDINARY'),
    ('豫0505', 'judge-ordinary-2', '吴某某', '{judge}'::text[], 'ORDINARY'),
    ('豫0505', 'executor-ordinary-1', '蒋某', '{executor}'::text[], 'ORDINARY'),
    ('豫0505', 'executor-ordinary-2', '沈某某', '{executor}'::text[], 'ORDINARY'),
    ('豫0505', 'judge-special-1', '韩某某', '{judge}'::text[], 'SPECIAL'),
    ('豫0505', 'executor-special-1', '杨某', '{executor}'::text[], 'SPECIAL'),
    ('豫0505', 'judge-affairs-1', '朱某', '{judge}'::text[], 'AFFAIRS'),
    ('豫0505', 'executor-affairs-1', '秦某某', '{executor}'::text[], 'AFFAIRS'),
    ('豫0505', 'executor-affairs-2', '尤某', '{executor}'::text[], 'AFFAIRS'),
    ('豫0505', 'police-affairs-1', '许某某', '{police}'::text[], 'AFFAIRS'),
    ('豫0505', 'assistant-fast-1', '何某', '{judge-assistant}'::text[], 'FAST'),
    ('豫0505', 'clerk-fast-1', '吕某某', '{clerk}'::text[], 'FAST'),
    ('豫0505', 'police-fast-1', '施某', '{police}'::text[], 'FAST'),
    ('豫0505', 'triage', '张某', '{triage}'::text[], null::text),
    ('豫0505', 'node-control', '孔某某', '{node-control}'::text[], null::text),
    ('豫0505', 'funds', '曹某', '{funds}'::text[], null::text),
    ('豫0505', 'restriction', '严某某', '{restriction}'::text[], null::text),
    ('豫0505', 'final-review', '华某', '{final-review}'::text[], null::text),
    ('豫0505', 'quality', '金某某', '{quality}'::text[], null::text),
    ('豫0505', 'archive', '魏某', '{archive}'::text[], null::text),
    ('豫0505', 'auditor', '陶某某', '{auditor}'::text[], null::text),
    ('豫0505', 'admin', '姜某', '{admin}'::text[], null::text),
    ('豫0505', 'service-account-zhixing-integration', '办案系统接口', '{integration}'::text[], null::text),
    ('豫0502', 'wenfeng-president', '戚某', '{president}'::text[], null::text),
    ('豫0502', 'wenfeng-triage', '谢某某', '{triage}'::text[], null::text),
    ('豫0502', 'wenfeng-judge', '邹某', '{judge}'::text[], 'FAST'),
    ('豫0502', 'wenfeng-executor', '喻某某', '{executor}'::text[], 'FAST')
) as p (court, username, name, roles, team)
join court c on c.code = p.court;
