-- What the funds desk answers for, which names neither a person nor a team: open or ended, in the board's order.
create index node_funds_desk on node (court_id, open, due_on, id) where responsible = 'FUNDS_DESK';
