/*
title: Dates and times as people write them
grain: macros of one text cell; each gives a timestamp in UTC, null when the cell is not that or its year is not 1900 to 2100
assumes: a time without a zone is taken as it stands
source: our choice: where UTC would move a time to another day, the day as written wins
*/

create or replace macro sane(t) as
    case when t >= timestamp '1900-01-01' and t < timestamp '2101-01-01' then t end;

-- two-digit years: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999 (strptime turns at 69)
create or replace macro windowed(t, x) as
    case
        when t >= timestamp '2050-01-01' and t < timestamp '2069-01-01' and not contains(x, year(t)::varchar) then t - interval 100 year
        else t
    end;

-- 2026-05-13 and 2026-05-13 14:30:00; the length keeps out zones, which the cast would drop without a word
create or replace macro iso_day(x) as
    case when strlen(trim(x)) <= 10 and x <> 'epoch' then sane(try_cast(trim(x) as timestamp)) end;

create or replace macro iso_time(x) as
    case when strlen(trim(x)) <= 19 and x <> 'epoch' then sane(try_cast(trim(x) as timestamp)) end;

-- without a look at the year: land proves on the finished file that every year is sane
create or replace macro iso_day_quick(x) as case when strlen(x) <= 10 then try_cast(x as timestamp) end;

create or replace macro iso_time_quick(x) as case when strlen(x) <= 19 then try_cast(x as timestamp) end;

-- only after a clock: the end of 13-05-2026 is no zone
create or replace macro zone_text(x) as
    regexp_extract(x, '(?i):[0-9]{2}(?:[.,][0-9]+)?(?:\s*[AP]\.?M\.?)?\s*(Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?|(?:UTC|GMT)\s?[+-][0-9]{1,2}(?::?[0-9]{2})?|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|EEST|WET|WEST|MEZ|MESZ)$', 1);

create or replace macro zone_minutes(z) as
    case
        when upper(z) in ('EST', 'CDT') then -300 when upper(z) = 'EDT' then -240
        when upper(z) in ('CST', 'MDT') then -360 when upper(z) in ('MST', 'PDT') then -420 when upper(z) = 'PST' then -480
        when upper(z) in ('BST', 'CET', 'MEZ', 'WEST') then 60
        when upper(z) in ('CEST', 'MESZ', 'EET') then 120 when upper(z) = 'EEST' then 180
        when regexp_matches(z, '[+-]')
            then (case when contains(z, '-') then -1 else 1 end)
                * (try_cast(regexp_extract(z, '[+-]([0-9]{1,2})', 1) as integer) * 60
                + coalesce(try_cast(nullif(regexp_extract(z, '[+-][0-9]{1,2}:?([0-9]{2})$', 1), '') as integer), 0))
        else 0
    end;

create or replace macro day_kept(local, utc) as
    greatest(least(utc, date_trunc('day', local) + interval 86399 second), date_trunc('day', local));

-- 2026-05-13T14:30:00.123+02:00, with or without a zone, a fraction, a T
create or replace macro iso_local(x) as
    sane(try_cast(trim(replace(x[1:strlen(x) - strlen(zone_text(x))], 'T', ' ')) as timestamp));

create or replace macro iso_zone(x) as
    case
        when regexp_matches(x, '^\s*[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}')
            then day_kept(iso_local(trim(x)), iso_local(trim(x)) - to_minutes(zone_minutes(zone_text(trim(x)))))
    end;

-- the names are those of weekdays.py
create or replace macro weekday_names() as
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun'
    || '|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so'
    || '|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim'
    || '|lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|mié|mie|jue|vie|sáb|sab|dom'
    || '|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|wo|vr|za|zo'
    || '|lunedì|lunedi|martedì|martedi|mercoledì|mercoledi|giovedì|giovedi|venerdì|venerdi|domenica|gio';

-- "Mo, 15.01.2025" and "2025-01-15 (Wed)" without the name of the day, "'15.01.2025" without the mark of a text
create or replace macro without_weekday(x) as
    case
        when trim(x)[1] between '0' and '9' and trim(x)[-1] between '0' and '9' then x
        when trim(x)[1] between '0' and '9'
            then regexp_replace(trim(x), '(?i)[\s,]+\(?(?:' || weekday_names() || ')\.?\)?$', '')
        else regexp_replace(trim(x), '(?i)^\''?(?:(?:' || weekday_names() || ')\.?,?\s+)?', '')
    end;
