-- One row per report and check. What is said of it stands in `messages`, once for all findings that say the same.
select * exclude (message_zh, message_en) from stg_told_findings
