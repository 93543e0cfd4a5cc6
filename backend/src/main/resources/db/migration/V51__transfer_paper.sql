-- The sheet that the president in charge signs to approve a transfer (clause 一(一)). Those approved before have none.
alter table case_transfer add column paper_id uuid references paper (id);
