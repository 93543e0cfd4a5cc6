-- What belongs to a case names it and its court in one reference: it says more than two, and costs an import half.
alter table enforcement_case add unique (id, court_id);
alter table register_import add unique (id, court_id);

alter table party
    drop constraint party_case_id_fkey, drop constraint party_court_id_fkey,
    add foreign key (case_id, court_id) references enforcement_case (id, court_id);
alter table triage_decision
    drop constraint triage_decision_case_id_fkey, drop constraint triage_decision_court_id_fkey,
    add foreign key (case_id, court_id) references enforcement_case (id, court_id);
alter table case_account
    drop constraint case_account_case_id_fkey, drop constraint case_account_court_id_fkey,
    add foreign key (case_id, court_id) references enforcement_case (id, court_id);
alter table node
    drop constraint node_case_id_fkey, drop constraint node_court_id_fkey,
    add foreign key (case_id, court_id) references enforcement_case (id, court_id);
alter table import_row
    drop constraint import_row_import_id_fkey, drop constraint import_row_court_id_fkey,
    add foreign key (import_id, court_id) references register_import (id, court_id);

-- Ended nodes have an order of their own, so that opening one does not write into it.
drop index node_all_due;
create index node_ended on node (court_id, due_on, id) where not open;
