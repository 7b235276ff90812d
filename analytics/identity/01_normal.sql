/*
title:   How e-mails, phones, names and places are compared
grain:   one macro per kind of value; null when nothing is left to compare
assumes: the last nine digits of a phone are enough, so that +44 20 7946 0958 and 020 7946 0958 are one number;
         accents, case, spaces, punctuation and the legal form at the end of a name say nothing about who it is
source:  our choice, docs/decisions/005-one-person-across-files.md
*/
create or replace temp macro normal_email(written) as
case when written like '%_@_%' then lower(trim(written)) end;

create or replace temp macro phone_digits(written) as
regexp_replace(regexp_replace(lower(written), '\s*(x|ext\.?|extension)\s*\d+$', ''), '\D', '', 'g');

create or replace temp macro normal_phone(written) as
case
    -- 0000000 and 1111111 stand for "no number" in many tools
    when length(phone_digits(written)) >= 7 and not regexp_matches(phone_digits(written), '^(0+|1+|9+)$')
        then right(phone_digits(written), 9)
end;

create or replace temp macro plain_words(written) as
trim(
    regexp_replace(
        replace(replace(lower(strip_accents(written)), '&', ' and '), 'ß', 'ss'),
        '[^\p{L}\p{N}]+', ' ', 'g'
    )
);

create or replace temp macro without_legal_form(words) as
regexp_replace(
    words,
    '( (and )?(ltd|limited|gmbh|mbh|inc|incorporated|llc|llp|plc|corp|corporation|co|company|ag|kg|kgaa|ug|ohg|gbr'
    || '|e k|ek|bv|b v|nv|n v|vof|sa|s a|sarl|s a r l|sas|eurl|srl|s r l|spa|s p a|sl|s l|oy|ab|as|aps|pty|pte))+$',
    ''
);

create or replace temp macro normal_name(written) as
nullif(replace(without_legal_form(plain_words(written)), ' ', ''), '');

create or replace temp macro normal_place(written) as
nullif(replace(plain_words(written), ' ', ''), '');

-- a node is what one key names: the kind of key, then 59 bits of a hash; two of a million share one with chance 1 in 10^6
create or replace temp macro node_of(kind, ref) as
cast(kind as bigint) * 576460752303423488 + cast(hash(ref) >> 5 as bigint);

create or replace temp macro kind_of(node) as
cast(node // 576460752303423488 as integer);
