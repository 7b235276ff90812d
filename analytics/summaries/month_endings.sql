/*
title:   How a month and its year, or a quarter, end the name of a product
grain:   one row
returns: month_and_year
assumes: "Managed support June 2026" and "Wartung (06/2026)" say for when it was; "Windows 11 2024" and "Filter 12045" are names:
         a number is a month only with a dot or a slash before a year of this or the last decade
source:  M10, docs/decisions/033
*/
select
    '[ ,;:(–-]+(for |für |pour |para |voor )?('
    || '(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|'
    || 'november|nov|december|dec|januar|februar|märz|mrz|mai|juni|juli|oktober|okt|dezember|dez|janvier|janv|février|'
    || 'févr|mars|avril|avr|juin|juillet|juil|août|septembre|octobre|novembre|décembre|déc|enero|febrero|marzo|abril|'
    || 'mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januari|februari|maart|mei|augustus|[qt][1-4])'
    || '[.]?[ ./-]*|(0?[1-9]|1[0-2])[./])20[12][0-9][)]?$' as month_and_year
