/*
title:   Groups of people that a campaign can be made for
grain:   one row per person and group
needs:   outreach_groups, told_prospects, entries, asked_people
returns: person_key, group_name
assumes: whoever a campaign wrote to, talked to or got names from is a group of its own; never asked means until now
source:  M17; docs/decisions/042, 050
*/
select
    outreach_groups.person_key,
    outreach_groups.group_name
from outreach_groups
left join asked_people on outreach_groups.person_key = asked_people.person_key
where asked_people.person_key is null or outreach_groups.group_name <> 'Happy, came back, never asked for a name'
union all
select
    person_key,
    case prospect_kind
        when 'opportunity' then 'Prospect: opportunity'
        when 'easy_one_off' then 'Prospect: easy one-off'
        when 'nurture' then 'Prospect: nurture'
        when 'cant_tell' then 'Prospect: can''t tell yet'
        else 'Prospect: let go'
    end
from told_prospects
union all
select
    person_key,
    case kind when 'sent' then 'Written to: ' when 'talked' then 'Talked: ' else 'Gave names: ' end || topic
from entries
where kind in ('sent', 'talked', 'introduced') and person_key > 0 and topic <> ''
group by person_key, kind, topic
