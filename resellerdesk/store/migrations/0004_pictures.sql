-- Pictures that a setting names by their hash: what was quoted with one can be drawn again.

create table picture (
  sha256 text primary key,
  content blob not null
) strict;
