-- One row per difference between a copy and the published one, with what is said of it in both languages.
with

shown as (
    select
        stg_copy_differences.*,
        case
            when kind = 'cell' then {zh: '', en: ''}  -- the key says which
            when name = 'published_on' then {zh: '发布日期：', en: 'date of publication: '}
            when name = 'signed_on' then {zh: '落款日期：', en: 'date of the signature: '}
            when name = 'title' then {zh: '标题：', en: 'title: '}
            else {zh: '第 ' || name || ' 部分文字：', en: 'text of section ' || name || ': '}
        end as what,
        if(kind = 'text', to_excerpt(here, there), here) as here_text,
        if(kind = 'text', to_excerpt(there, here), there) as there_text,
    from stg_copy_differences
)

select
    shown.*,
    coalesce(here_state.label_zh, here_text, '没有') as here_zh,
    coalesce(here_state.label_en, here_text, 'nothing') as here_en,
    coalesce(there_state.label_zh, there_text, '没有') as there_zh,
    coalesce(there_state.label_en, there_text, 'nothing') as there_en,
from shown
left join state_names as here_state on kind = 'cell' and here_state.code = here
left join state_names as there_state on kind = 'cell' and there_state.code = there
