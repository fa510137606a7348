-- Nothing finds an entry by its id: within an account it is found by its number, its object or its act.
drop index app.entries_by_id;
