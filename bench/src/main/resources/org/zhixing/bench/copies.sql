-- Every copy of a case with its id and number, in the order of filing, as a court's ids and rows really lie.
create unlogged table bench_copy as
select n, old_id, uuidv7() as new_id, 1000000 + n::int as serial,
    '(' || year || ')' || court_code || word || (1000000 + n) || '号' as number
from (select row_number() over (order by c.filed_on, k, c.id) as n, c.id as old_id, c.year, c.court_code, c.word
      from enforcement_case c, generate_series(1, :times) k) x
order by n;
alter table bench_copy add primary key (n);
