/*
title:   Who was asked for names
grain:   one row per person
needs:   referrals, entries, letter_templates
returns: person_key
assumes: asked = stands in the list of introductions as the one who gave a name, or it is written down here: an introduction,
         an ask in a talk, or a letter of purpose referral
source:  M8, docs/decisions/050
*/
select referrer_person_key as person_key
from referrals
union
select person_key
from entries
where kind in ('introduced', 'asked_for_names')
union
select entries.person_key
from entries
inner join letter_templates on entries.value = letter_templates.name
where entries.kind = 'sent' and letter_templates.purpose = 'referral'
