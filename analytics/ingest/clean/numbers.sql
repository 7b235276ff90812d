/*
title: Numbers and money as people write them
grain: macros of one text cell; each gives the number as plain text (1234.56, 141.56e3), null when the cell is not that
assumes: land casts the text to the type of its column, which keeps every cent (decimal, never a float)
source: our choice: CR is negative and DR positive, as in a customer's account with the business
*/

-- 1234.5 and 1.5E+3, exactly as a program writes them
create or replace macro number_plain(x) as x;

create or replace macro number_before() as
    '^''?(?:[-+−(]|\s)*(?:[$€£¥₹₽₩₪₺₫฿₴₦]|(?:US|A|AU|C|CA|NZ|HK|S|R|MX)\$|KČ|ZŁ|KR\.?|CHF|FR\.|RS\.?|FT\.?|TL|LEI|ЛВ\.?|РУБ\.?|円|元|(?:USD|EUR|GBP|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|CNY|INR|MXN|BRL|ZAR|SGD|HKD|TRY|AED|ILS|MAD|RSD|UAH|KRW|TWD|PHP|IDR|MYR|EGP|NGN|KES|COP|CLP|ARS|PEN|ISK))?(?:[-+−(]|[\s\x{00A0}\x{202F}])*';

create or replace macro number_after() as
    '[\s\x{00A0}\x{202F}]*(?:K|M|MIO\.?|MN|BN|%)?[\s\x{00A0}\x{202F})]*(?:[$€£¥₹₽₩₪₺₫฿₴₦]|(?:US|A|AU|C|CA|NZ|HK|S|R|MX)\$|KČ|ZŁ|KR\.?|CHF|FR\.|RS\.?|FT\.?|TL|LEI|ЛВ\.?|РУБ\.?|円|元|EUROS?|(?:USD|EUR|GBP|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|CNY|INR|MXN|BRL|ZAR|SGD|HKD|TRY|AED|ILS|MAD|RSD|UAH|KRW|TWD|PHP|IDR|MYR|EGP|NGN|KES|COP|CLP|ARS|PEN|ISK))?[\s\x{00A0}\x{202F})]*[-−]?[\s)]*(?:CR|DR)?\.?$';

-- the number itself with a decimal point; thousands by comma, blank or apostrophe, also the Indian way (12,34,567.89)
create or replace macro digits_point(x) as
    regexp_extract(upper(x), number_before() || '((?:[0-9]{1,3}(?:[,''’\s\x{00A0}\x{202F}\x{2009}][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.[0-9]*|\.-{1,2}|\.–)?|\.[0-9]+)' || number_after(), 1);

-- the number itself with a decimal comma; thousands by point, blank or apostrophe; also 12,- for 12,00
create or replace macro digits_comma(x) as
    regexp_extract(upper(x), number_before() || '((?:[0-9]{1,3}(?:[.''’\s\x{00A0}\x{202F}\x{2009}][0-9]{3})+|[0-9]+)(?:,[0-9]*|,-{1,2}|,–)?|,[0-9]+)' || number_after(), 1);

-- a minus or bracket before the first digit, a minus after the last, or CR (but not the minus of 12,-)
create or replace macro number_sign(x) as
    case when regexp_matches(upper(x), '^[^0-9]*[-−(]|[0-9][^0-9.,]*[-−][^0-9]*$|CR\.?\s*$') then '-' else '' end;

-- what may stand right behind a letter of thousands or millions ("KEUR"), and no other letter of any alphabet: \b sees
-- none in "Kč", which are crowns
create or replace macro scale_end() as
    '\s*(?:KR|EUROS?|[A-Z]{3})?(?:[^\pL]|$)';

create or replace macro number_scale(x) as
    case
        when regexp_matches(upper(x), '[0-9]\s*K' || scale_end()) then 'e3'
        when regexp_matches(upper(x), '[0-9]\s*(?:M|MN|MIO\.?)' || scale_end()) then 'e6'
        when regexp_matches(upper(x), '[0-9]\s*BN' || scale_end()) then 'e9'
        else ''
    end;

create or replace macro number_point(x) as
    case when digits_point(x) <> '' then number_sign(x) || rtrim(regexp_replace(digits_point(x), '[^0-9.]', '', 'g'), '.') || number_scale(x) end;

create or replace macro number_comma(x) as
    case
        when digits_comma(x) <> ''
            then number_sign(x) || rtrim(replace(regexp_replace(digits_comma(x), '[^0-9,]', '', 'g'), ',', '.'), '.') || number_scale(x)
    end;

-- "5 stars", "4,5 Sterne", "4 of 5", "★★★★☆": what was given, whatever it is called or out of
create or replace macro score_number(x) as
    case
        when regexp_full_match(trim(x), '(?:[★⭐]\x{FE0F}?)+☆*') then length(regexp_replace(x, '[^★⭐]', '', 'g'))::varchar
        else replace(regexp_extract(trim(x), '(?i)^([0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:stars?|sterne?|[ée]toiles?|estrellas?|sterren|★|⭐\x{FE0F}?)?\s*(?:(?:/|out of|of|von|sur|de|van)\s*(?:5|10|20|100))?\s*(?:stars?|sterne?|[ée]toiles?|estrellas?|sterren)?$', 1), ',', '.')
    end;

create or replace macro whole(d) as case when d = trunc(d) then d end;

-- symbol or code beside a number, as written: CA$ is not US$
create or replace macro currency_of(x) as
    regexp_extract(upper(x), '(?:US|CA|C|AU|A|NZ|HK|S|MX|R)?[$]|[€£¥₹₽₩₪₺₫฿₴₦]|KČ|ZŁ|FT|TL|LEI|ЛВ|РУБ|円|元|CHF|USD|EUR|GBP|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|JPY|CNY|INR|MXN|BRL|ZAR|SGD|HKD|TRY|AED|ILS|MAD|RSD|UAH|KRW|TWD|PHP|IDR|MYR|EGP|NGN|KES|COP|CLP|ARS|PEN|ISK');
