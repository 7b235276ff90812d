/*
title:   Prospects scored anew with what was written down about them
grain:   one row per prospect about whom an answer, a talk or a letter was written down
needs:   prospect_cards, people, written_answers, entries, attribute_points, score_points, cut_offs, prospect_looks, ideal_clients,
         look_chances, look_repeats, sale_verdict
parts:   prospects, standings, standing_values, standing_points, standing_scores, standing_evidence, standing_fit, prospect_cards
returns: the columns of prospect_cards
assumes: scored by the very files that score everybody while publishing, which are its parts
source:  M17, M18, docs/decisions/027
*/
select *
from prospect_cards
