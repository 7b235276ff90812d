/*
title:   What each customer had ordered by four days, and what came in the hold-out
grain:   one row per customer with a purchase
needs:   purchases
parts:   state_days, holdout_days
returns: person_key, now_date, quarter_date, cut_date, earlier_date, horizon_days, first_date, last_date, purchase_count,
         quarter_last_date, quarter_count, cut_last_date, cut_count, earlier_last_date, earlier_count, later_count,
         same_count, last_year_count
assumes: several orders on one day are one; last_date and purchase_count as known now, the quarter_ ones a quarter ago, the
         cut_ ones on the day before the hold-out (cut_date), the earlier_ ones as long before that; later_count = orders in
         the hold-out, same_count = in as long a time before it, last_year_count = in the last 365 days
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
select
    purchases.person_key,
    state_days.now_date,
    state_days.before_date as quarter_date,
    holdout_days.cut_date,
    holdout_days.earlier_date,
    holdout_days.horizon_days,
    min(purchases.order_date) as first_date,
    max(purchases.order_date) as last_date,
    count(*) as purchase_count,
    max(case when purchases.order_date <= state_days.before_date then purchases.order_date end) as quarter_last_date,
    count(case when purchases.order_date <= state_days.before_date then 1 end) as quarter_count,
    max(case when purchases.order_date <= holdout_days.cut_date then purchases.order_date end) as cut_last_date,
    count(case when purchases.order_date <= holdout_days.cut_date then 1 end) as cut_count,
    max(case when purchases.order_date <= holdout_days.earlier_date then purchases.order_date end)
        as earlier_last_date,
    count(case when purchases.order_date <= holdout_days.earlier_date then 1 end) as earlier_count,
    count(case when purchases.order_date > holdout_days.cut_date then 1 end) as later_count,
    count(
        case
            when purchases.order_date <= holdout_days.cut_date and purchases.order_date > holdout_days.earlier_date
                then 1
        end
    ) as same_count,
    count(case when purchases.order_date > state_days.now_date - 365 then 1 end) as last_year_count
from purchases
cross join state_days
cross join holdout_days
group by
    purchases.person_key,
    state_days.now_date,
    state_days.before_date,
    holdout_days.cut_date,
    holdout_days.earlier_date,
    holdout_days.horizon_days
