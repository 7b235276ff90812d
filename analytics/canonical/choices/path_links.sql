/*
table: path_links
grain: One row per path and action.
*/
create table path_links (
    path varchar not null,
    action varchar not null,
    link varchar not null
);

comment on table path_links is 'One row per path and action.';
comment on column path_links.path is 'Path on which the action has this link; * for every path. A row of the path itself goes before it.';
comment on column path_links.action is 'What happened: met, watched, asked ...; case does not matter.';
comment on column path_links.link is 'lead_generation, nurturing, ask, sale or no.';
