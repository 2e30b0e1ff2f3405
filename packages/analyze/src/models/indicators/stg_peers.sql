-- The figures of peers that reports are set beside: those of the last release, so that one new report changes no other's
-- page; with no release those of this dataset.
select * from released_peers
union all by name
select * from stg_peer_figures
where not has_release()
