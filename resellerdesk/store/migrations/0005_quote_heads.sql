-- What lists say of a quote, beside it: what stands in a row behind a large content is read through
-- all of that.

create index quote_head on quote (number, revision, customer_id, currency, as_of, valid_until, total,
  status, at, actor);
