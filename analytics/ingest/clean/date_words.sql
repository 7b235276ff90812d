/*
title: Dates with month names, dates as numbers, months and quarters
grain: macros of one text cell; each gives a timestamp, null when the cell is not that
assumes: English, German, French, Spanish, Dutch, Italian and Portuguese month names, short and long
source: Excel counts days from 1899-12-30 (its 1900 leap year taken in); a Macintosh sheet that counts from 1904 is not told apart
*/

-- strptime takes "epoch" and "infinity" for times
create or replace macro by_pattern(x, patterns) as
    case when lower(trim(x)) not in ('epoch', 'infinity', '-infinity') then sane(windowed(try_strptime(trim(x), patterns), x)) end;

create or replace macro by_pattern_zone(x, patterns) as
    day_kept(
        by_pattern(rtrim(trim(x)[1:length(trim(x)) - length(zone_text(trim(x)))]), patterns),
        by_pattern(rtrim(trim(x)[1:length(trim(x)) - length(zone_text(trim(x)))]), patterns) - to_minutes(zone_minutes(zone_text(trim(x))))
    );

create or replace macro plain_words(x) as ' ' || lower(strip_accents(trim(x))) || ' ';

-- English, German, French, Spanish, Italian, Dutch, Portuguese; then Nordic, Polish, Czech, Finnish and Turkish.
-- March last: "mar" is also Tuesday in French, Spanish and Italian
create or replace macro month_number(w) as
    case
        when regexp_matches(w, '[^a-z](jan|january|januar|janner|jaenner|janv|janvier|ene|enero|januari|gen|gennaio|janeiro)[^a-z]'
            || '|[^a-z](sty|styczen|stycznia|leden|ledna|tammikuu|tammikuuta|ocak)[^a-z]') then 1
        when regexp_matches(w, '[^a-z](feb|february|februar|fev|fevr|fevrier|febrero|februari|febbraio|fevereiro)[^a-z]'
            || '|[^a-z](lut|luty|lutego|unor|unora|helmikuu|helmikuuta|subat)[^a-z]') then 2
        when regexp_matches(w, '[^a-z](apr|april|avr|avril|abr|abril|aprile)[^a-z]'
            || '|[^a-z](kwi|kwiecien|kwietnia|duben|dubna|huhtikuu|huhtikuuta|nisan)[^a-z]') then 4
        when regexp_matches(w, '[^a-z](may|mai|mayo|mei|mag|maggio|maio)[^a-z]'
            || '|[^a-z](maj|maja|kveten|kvetna|toukokuu|toukokuuta|may.s)[^a-z]') then 5
        when regexp_matches(w, '[^a-z](jun|june|juni|juin|junio|giu|giugno|junho)[^a-z]'
            || '|[^a-z](cze|czerwiec|czerwca|cerven|cervna|kesakuu|kesakuuta|haziran)[^a-z]') then 6
        when regexp_matches(w, '[^a-z](jul|july|juli|juil|juillet|julio|lug|luglio|julho)[^a-z]'
            || '|[^a-z](lip|lipiec|lipca|cervenec|cervence|heinakuu|heinakuuta|temmuz)[^a-z]') then 7
        when regexp_matches(w, '[^a-z](aug|august|aout|ago|agosto|augustus)[^a-z]'
            || '|[^a-z](augusti|sie|sierpien|sierpnia|srpen|srpna|elokuu|elokuuta|agustos)[^a-z]') then 8
        when regexp_matches(w, '[^a-z](sep|sept|september|septembre|septiembre|setiembre|set|settembre|setembro)[^a-z]'
            || '|[^a-z](wrz|wrzesien|wrzesnia|zari|syyskuu|syyskuuta|eylul)[^a-z]') then 9
        when regexp_matches(w, '[^a-z](oct|october|okt|oktober|octobre|octubre|ott|ottobre|out|outubro)[^a-z]'
            || '|[^a-z](paz|pazdziernik|pazdziernika|rijen|rijna|lokakuu|lokakuuta|ekim)[^a-z]') then 10
        when regexp_matches(w, '[^a-z](nov|november|novembre|noviembre|novembro)[^a-z]'
            || '|[^a-z](lis|listopad|listopada|listopadu|marraskuu|marraskuuta|kas.m)[^a-z]') then 11
        when regexp_matches(w, '[^a-z](dec|december|dez|dezember|decembre|dic|diciembre|dicembre|dezembro)[^a-z]'
            || '|[^a-z](gru|grudzien|grudnia|prosinec|prosince|joulukuu|joulukuuta|aral.k)[^a-z]') then 12
        when regexp_matches(w, '[^a-z](mar|march|mrz|marz|maerz|mars|marzo|mrt|maart|marco)[^a-z]'
            || '|[^a-z](marts|marzec|marca|brezen|brezna|maaliskuu|maaliskuuta|mart)[^a-z]') then 3
    end;

create or replace macro clock_text(w) as
    regexp_extract(w, '[^0-9]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?\s*(?:[ap]\.?m\.?)?)', 1);

create or replace macro clock(w) as
    case
        when clock_text(w) = '' then interval 0 second
        else try_strptime(
            upper(replace(replace(clock_text(w), '.m', 'm'), 'm.', 'm')),
            ['%H:%M:%S', '%H:%M', '%I:%M %p', '%I:%M:%S %p', '%I:%M%p', '%I:%M:%S%p', '%H:%M:%S.%f']
        ) - timestamp '1900-01-01'
    end;

create or replace macro day_text(w) as regexp_replace(w, '[^0-9][0-9]{1,2}:[0-9]{2}.*$', ' ');

create or replace macro full_year(y) as
    case when strlen(y) = 4 then y when y < '50' then '20' || y else '19' || y end;

-- the two numbers left of "15. März 2026", "Apr 15, 2021" and "2026 Mai 3": a year has four digits or stands second
create or replace macro day_from_words(w, one, two) as
    case
        when strlen(one) = 4 then try_cast(one || '-' || month_number(w) || '-' || two as timestamp)
        when two <> '' then try_cast(full_year(two) || '-' || month_number(w) || '-' || one as timestamp)
    end;

create or replace macro date_words(x) as
    case
        when regexp_matches(plain_words(x), '[a-z]{3}') then sane(
            day_from_words(
                day_text(plain_words(x)),
                regexp_extract(day_text(plain_words(x)), '^[^0-9]*([0-9]{4}|[0-9]{1,2})[^0-9]', 1),
                regexp_extract(day_text(plain_words(x)), '^[^0-9]*[0-9]+[^0-9]+([0-9]{4}|[0-9]{2}|[0-9])[^0-9]*$', 1)
            ) + clock(plain_words(x)) - to_minutes(zone_minutes(zone_text(trim(x))))
        )
    end;

-- "March 2026", "2026 März", "Mar-26"
create or replace macro month_words(x) as
    sane(try_cast(
        full_year(regexp_extract(plain_words(x), '^ (?:[a-z]+[^0-9a-z]*([0-9]{4}|[0-9]{2})|([0-9]{4})[^0-9a-z]*[a-z]+) $', 1)
        || regexp_extract(plain_words(x), '^ ([0-9]{4})[^0-9a-z]*[a-z]+ $', 1))
        || '-' || month_number(plain_words(x)) || '-1' as timestamp));

create or replace macro month_day_number(x) as
    sane(coalesce(
        try_strptime(nullif(regexp_extract(trim(x), '^[0-9]{4}[-/.][0-9]{1,2}$'), '') || '-1', ['%Y-%m-%d', '%Y/%m-%d', '%Y.%m-%d']),
        try_strptime(nullif(regexp_extract(trim(x), '^[0-9]{1,2}[-/.][0-9]{4}$'), '') || '-1', ['%m-%Y-%d', '%m/%Y-%d', '%m.%Y-%d'])
    ));

-- "Q1 2026", "2026-Q3", "T2 2026", "1. Quartal 2026"
create or replace macro quarter_words(x) as
    case
        when regexp_matches(trim(x), '(?i)^(?:[QT]\s?[1-4][^0-9]{0,3}(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[^0-9A-Z]{0,2}[QT]\s?[1-4]|[1-4]\.? ?(?:Quartal|Quarter|Trimestre|Kwartaal) (?:19|20)[0-9]{2})$')
            then sane(try_cast(
                regexp_extract(x, '((?:19|20)[0-9]{2})', 1) || '-'
                || (try_cast(regexp_extract(trim(x), '(?i)(?:[QT]\s?|^)([1-4])(?:[^0-9]|$)', 1) as integer) * 3 - 2) || '-1' as timestamp))
    end;

-- "2026-W14", "W14 2026", "KW 14/2026", "14. KW 2026": the Monday of the week (ISO 8601: week 1 holds the 4th of January)
create or replace macro week_of(y, w) as
    case
        when y is not null and w between 1 and 53
            then date_trunc('week', make_timestamp(y, 1, 4, 0, 0, 0)) + to_days(7 * (w::integer - 1))
    end;

create or replace macro week_words(x) as
    sane(coalesce(
        week_of(
            try_cast(nullif(regexp_extract(trim(x), '(?i)^((?:19|20)[0-9]{2})[- ./]?(?:W|KW|S|WEEK|WK|WOCHE|SEMAINE|SEMANA)[ .-]?[0-9]{1,2}$', 1), '') as bigint),
            try_cast(nullif(regexp_extract(trim(x), '(?i)(?:W|KW|S|WEEK|WK|WOCHE|SEMAINE|SEMANA)[ .-]?([0-9]{1,2})$', 1), '') as bigint)
        ),
        week_of(
            try_cast(nullif(regexp_extract(trim(x), '(?i)^(?:W|KW|S|WEEK|WK|WOCHE|SEMAINE|SEMANA)[ .-]?[0-9]{1,2}[-/ ,.]+((?:19|20)[0-9]{2})$', 1), '') as bigint),
            try_cast(nullif(regexp_extract(trim(x), '(?i)^(?:W|KW|S|WEEK|WK|WOCHE|SEMAINE|SEMANA)[ .-]?([0-9]{1,2})', 1), '') as bigint)
        ),
        week_of(
            try_cast(nullif(regexp_extract(trim(x), '(?i)^[0-9]{1,2}\.? ?(?:KW|WOCHE|WEEK)[-/ ,.]+((?:19|20)[0-9]{2})$', 1), '') as bigint),
            try_cast(nullif(regexp_extract(trim(x), '(?i)^([0-9]{1,2})\.? ?(?:KW|WOCHE|WEEK)', 1), '') as bigint)
        )
    ));

-- a day told in three cells; the month by its number or its name
create or replace macro day_of_parts(y, m, d) as
    sane(try_cast(
        regexp_extract(trim(y), '^((?:19|20)[0-9]{2})(?:\.0)?$', 1)
        || '-' || coalesce(try_cast(trim(m) as double)::integer, month_number(plain_words(m)))
        || '-' || try_cast(trim(d) as double)::integer as timestamp));

create or replace macro year_only(x) as sane(try_cast(regexp_extract(trim(x), '^(?:19|20)[0-9]{2}$') || '-01-01' as timestamp));

create or replace macro compact_day(x) as
    case when regexp_matches(trim(x), '^[12][0-9]{7}$') then sane(try_strptime(trim(x), '%Y%m%d')) end;

create or replace macro excel_serial(x) as
    case
        when regexp_matches(trim(x), '^[1-7][0-9]{4}(?:[.,][0-9]+)?$')
            then sane(timestamp '1899-12-30' + to_seconds(round(try_cast(replace(trim(x), ',', '.') as double) * 86400)))
    end;

create or replace macro epoch_time(x) as
    case
        when regexp_matches(trim(x), '^[0-9]{9,10}(?:\.[0-9]+)?$') then sane(make_timestamp((try_cast(trim(x) as double) * 1000000)::bigint))
        when regexp_matches(trim(x), '^[0-9]{12,13}$') then sane(make_timestamp(try_cast(trim(x) as bigint) * 1000))
    end;
