-- A court with this many cases has more than the demo's people: twelve pairs of handlers more in each team.
insert into person (id, court_id, username, name, roles, team)
select gen_random_uuid(), c.id, 'bench-' || r.role || '-' || lower(t.team) || '-' || i,
    substr('王李张刘陈杨赵黄周吴徐孙', i, 1) || '某', array[r.role], t.team
from court c, generate_series(1, 12) i,
    (values ('judge'), ('executor')) r (role), (values ('FAST'), ('ORDINARY'), ('SPECIAL'), ('AFFAIRS')) t (team)
where c.code = '豫0505';
