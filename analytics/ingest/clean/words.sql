/*
title: Text, keys, e-mails and booleans in words
grain: macros of one text cell; every one gives null for a placeholder
source: placeholders seen in real exports (Salesforce -None-, Zoho Select); errors as Excel, Sheets and LibreOffice write them
*/

-- What a spreadsheet program puts where a formula failed or a column was too narrow: unknown, and told, never nothing
create or replace macro is_sheet_error(x) as
    (starts_with(x, '#') and (list_contains([
        '#N/A', '#N/A!', '#N/V', '#N/D', '#N/B', '#NV', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!',
        '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#GETTING_DATA', '#ERROR!', '#UNKNOWN!',
        '#PYTHON!', '#BEZUG!', '#WERT!', '#ZAHL!', '#VALEUR!', '#NOM?', '#NOMBRE!', '#NUL!', '#RIF!', '#VALORE!',
        '#NOME?', '#¡REF!', '#¡VALOR!', '#¿NOMBRE?', '#¡DIV/0!', '#¡NUM!', '#VALOR!', '#NOMBRE?', '#VERW!',
        '#WAARDE!', '#DEEL/0!', '#NAAM?', '#GETAL!', '#LEEG!'
    ], upper(x)) or regexp_full_match(x, '#{3,}')))
    or (starts_with(x, 'Err:5') and strlen(x) = 7);

-- A list, not `in (...)`: DuckDB turns a long `in` into a join, and a join does not keep the order of the rows.
create or replace macro is_blank(x) as
    strlen(x) < 12 and list_contains([
        '', '-', '--', '---', '—', '–', '?', 'n/a', 'N/A', 'n.a.', '-None-', '--None--', 'Select', '-Select-', 'null',
        'NULL', '(null)', '(blank)', '(leer)', '(none)', 'NaN', 'nan'
    ], x);

-- NULL, None and Select are names that people and companies have
create or replace macro is_blank_name(x) as
    strlen(x) < 12 and list_contains(['', '-', '--', '---', '—', '–', '?', 'n/a', 'N/A', '-None-'], x);

create or replace macro tidy_text(x) as case when is_blank(trim(x)) or is_sheet_error(trim(x)) then null else trim(x) end;

create or replace macro tidy_name(x) as case when is_blank_name(trim(x)) or is_sheet_error(trim(x)) then null else trim(x) end;

-- "Meier GmbH (https://...)": how a workspace tool exports a name that leads to a page of its own
create or replace macro has_link(x) as regexp_matches(x, '\(https?://[^\s()]+\)');

create or replace macro without_links(x) as regexp_replace(x, '(\S)\s*\(https?://[^\s()]+\)', '\1', 'g');

create or replace macro tidy_email(x) as lower(tidy_text(x));

-- Shopify and Excel put a single quote before an id so that it stays text
create or replace macro tidy_id(x) as
    case when trim(x)[1] = '''' then tidy_text(trim(x)[2:]) else tidy_text(x) end;

create or replace macro has_point_zero(x) as regexp_matches(trim(x), '^[0-9]+\.0$');

create or replace macro without_point_zero(x) as case when has_point_zero(x) then trim(x)[:-3] else x end;

-- Odd blanks at either end: tabs, line ends, no-break spaces, byte-order marks. Slow, so used only where they are seen.
create or replace macro odd_trim(x) as
    regexp_replace(x, '^[\s\x{00A0}\x{2007}\x{202F}\x{200B}\x{FEFF}]+|[\s\x{00A0}\x{2007}\x{202F}\x{200B}\x{FEFF}]+$', '', 'g');

create or replace macro has_odd_blank(x) as
    regexp_matches(x, '^[\t\r\n\x{00A0}\x{2007}\x{202F}\x{200B}\x{FEFF}]|[\t\r\n\x{00A0}\x{2007}\x{202F}\x{200B}\x{FEFF}]$');

-- Characters as web pages write them, which some tools leave in their exports
create or replace macro has_entity(x) as regexp_matches(x, '&(amp|quot|apos|lt|gt|nbsp|#0?39|#x27|#038);');

create or replace macro without_entities(x) as
    replace(replace(replace(regexp_replace(replace(replace(replace(
        x, '&lt;', '<'), '&gt;', '>'), '&nbsp;', ' '), '&(apos|#0?39|#x27);', '''', 'g'), '&quot;', '"'),
        '&#038;', '&'), '&amp;', '&');

create or replace macro is_placeholder(x) as
    x is null
    or is_blank(trim(x))
    or (strlen(x) < 12 and list_contains(
        ['none', 'na', 'unknown', 'unbekannt', 'inconnu', 'tbd', 'tba', 'keine', 'k.a.', '$ -', '€ -', '- €', '- $'], lower(trim(x))));

create or replace macro yes_or_no(x) as
    case
        when list_contains([
            'yes', 'y', 'true', 't', 'x', 'ja', 'j', 'wahr', 'oui', 'o', 'vrai', 'si', 's', 'verdadero', 'waar', 'sim', 'vero',
            'on', 'checked', 'ok', '✓', '✔', '☑'
        ], lower(strip_accents(trim(x)))) then true
        when list_contains([
            'no', 'n', 'false', 'f', 'nein', 'falsch', 'non', 'faux', 'falso', 'onwaar', 'nee', 'nao', 'off', 'unchecked',
            '✗', '✘', '☐'
        ], lower(strip_accents(trim(x)))) then false
    end;

create or replace macro boolean_words(x) as
    case
        when list_contains(['1', '1.0', 'won', 'closed won', 'gewonnen'], lower(trim(x))) then true
        when list_contains(['0', '0.0', 'lost', 'closed lost', 'open', 'verloren', 'offen'], lower(trim(x))) then false
        else yes_or_no(x)
    end;

-- "Ja, im Mai", "no (too dear)", "Yes - roof leaks": an answer, then its proof; "X-ray room" and "No. 5" are neither
create or replace macro answer_parts(x) as
    regexp_extract(
        x, '(?s)^([\pL✓✔☑✗✘☐]+)(?:$|\s*[.!]+$|[.!]+\s+|\s*[:;,(]\s*|\s+[–—/-]\s*|[–—/-]\s+)(.*)$', ['answer', 'proof']);

create or replace macro answer_words(x) as
    case
        when yes_or_no(answer_parts(x).answer) is null or regexp_matches(x, '^[Nn]o\.\s*[0-9]') then x
        else case when yes_or_no(answer_parts(x).answer) then 'yes' else 'no' end
            || case when answer_parts(x).proof = '' then '' else ': ' end
            || regexp_replace(answer_parts(x).proof, '^([^(]*)\)$', '\1')
    end;
