-- The changes of the last release against the one before; none where nothing was released yet.
select * from released_changes
