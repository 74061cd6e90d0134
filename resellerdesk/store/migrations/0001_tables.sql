-- The desk's tables. Dates are ISO text, amounts integers in minor units, JSON is text.

create table customer (
  id text primary key,
  name text not null,
  country text not null,
  currency text not null,
  region text not null,
  segment text not null,
  language text not null,
  vat_number text not null,
  email text not null,
  program text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  payment_days integer,
  owner text not null,
  agreed_quantity integer not null,
  tax_rate text,
  tax_note text not null,
  folded text not null
) strict;

create table contact (
  id integer primary key,
  customer_id text not null references customer (id),
  name text not null,
  email text not null,
  phone text not null,
  unique (customer_id, name, email)
) strict;

create table alias (
  vendor text not null,
  account_number text not null,
  customer_id text not null references customer (id),
  primary key (vendor, account_number)
) strict;

create table product (
  vendor text not null,
  family text not null,
  sku text not null,
  title text not null,
  renews_as text not null,
  attributes text not null,
  primary key (vendor, family, sku)
) strict;

create table price (
  id integer primary key,
  vendor text not null,
  sku text not null,
  family text not null,
  description text not null,
  currency text not null,
  program text not null,
  term_months integer not null,
  min_quantity integer not null,
  unit_price integer not null,
  unit_cost integer,
  valid_from text not null,
  valid_to text,
  unique (vendor, sku, currency, program, term_months, min_quantity, valid_from)
) strict;

create table policy (
  vendor text not null,
  family text not null,
  region text not null,
  name text not null,
  effective text not null,
  value text not null,
  primary key (vendor, family, region, name, effective)
) strict;

create table entitlement (
  id integer primary key,
  family text not null,
  reference text not null,
  vendor text not null,
  customer_id text not null references customer (id),
  sku text not null,
  description text not null,
  quantity integer not null,
  program text not null,
  starts text not null,
  ends text not null,
  details text not null,
  folded text not null,
  missing_since text,
  unique (family, reference)
) strict;
create index entitlement_customer on entitlement (customer_id);
create index entitlement_ends on entitlement (ends, id);
create index entitlement_reference on entitlement (reference);
create index entitlement_missing on entitlement (missing_since);

create table past_period (
  entitlement_id integer not null references entitlement (id),
  starts text not null,
  ends text not null,
  primary key (entitlement_id, starts, ends)
) strict;

create table renewal (
  id integer primary key,
  entitlement_id integer not null references entitlement (id),
  cycle integer not null,
  state text not null,
  phase text not null,
  owner text not null,
  facts text not null,
  ordered_on text,
  order_number text,
  follow_on text,
  follow_text text not null,
  voided integer not null,
  version integer not null,
  value integer,
  value_since text,
  value_until text,
  value_stamp integer not null,
  unique (entitlement_id, cycle)
) strict;
create unique index renewal_open on renewal (entitlement_id)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_order on renewal (order_number);

create table event (
  id integer primary key,
  entitlement_id integer not null references entitlement (id),
  renewal_id integer not null references renewal (id),
  change_id text not null,
  at text not null,
  actor text not null,
  what text not null,
  data text not null,
  hash text not null
) strict;
create index event_entitlement on event (entitlement_id, id);
create index event_change on event (change_id);
create index event_at on event (at);

-- One line over the newest entries of all that changed on a day, for each day that is over:
-- the entries after the seal before it, up to `latest`.
create table day_seal (
  latest integer primary key,
  day text not null,
  hash text not null
) strict;

create table quote (
  number text not null,
  revision integer not null,
  customer_id text not null references customer (id),
  currency text not null,
  as_of text not null,
  valid_until text not null,
  total integer not null,
  status text not null,
  content text not null,
  at text not null,
  actor text not null,
  primary key (number, revision)
) strict;
create index quote_customer on quote (customer_id);

create table quote_line (
  number text not null,
  revision integer not null,
  position integer not null,
  renewal_id integer not null references renewal (id),
  ref text not null,
  role text not null,
  amount integer not null,
  primary key (number, revision, position),
  foreign key (number, revision) references quote (number, revision)
) strict;
create index quote_line_renewal on quote_line (renewal_id);

create table document (
  id integer primary key,
  number text not null,
  revision integer not null,
  kind text not null,
  sha256 text not null,
  content blob not null,
  at text not null,
  actor text not null,
  foreign key (number, revision) references quote (number, revision)
) strict;
create unique index document_issued on document (number, revision) where kind = 'issued';

create table purchase (
  number text primary key,
  vendor text not null,
  quote_number text not null,
  quote_revision integer not null,
  customer_id text not null references customer (id),
  purchase_order text not null,
  as_of text not null,
  content text not null,
  at text not null,
  actor text not null,
  foreign key (quote_number, quote_revision) references quote (number, revision)
) strict;

create table purchase_line (
  number text not null references purchase (number),
  position integer not null,
  renewal_id integer not null references renewal (id),
  ref text not null,
  primary key (number, position)
) strict;
create index purchase_line_renewal on purchase_line (renewal_id);

create table number_series (
  kind text not null,
  year integer not null,
  latest integer not null,
  primary key (kind, year)
) strict;

create table finding (
  id integer primary key,
  customer_id text references customer (id),
  entitlement_id integer references entitlement (id),
  key text not null,
  text text not null,
  at text not null,
  settled_at text
) strict;
create index finding_entitlement on finding (entitlement_id);
create index finding_customer on finding (customer_id);
create unique index finding_once on finding (coalesce(customer_id, ''),
  coalesce(entitlement_id, 0), key, text) where settled_at is null;

-- How many rows the last complete export had.
create table full_export (
  layout text not null,
  vendor text not null,
  entries integer not null,
  primary key (layout, vendor)
) strict;

create table setting (
  name text primary key,
  value text not null
) strict;

-- Counts changes of prices, policy, products and settings: a value stored under an older count
-- is computed afresh.
create table stamp (
  name text primary key,
  count integer not null
) strict;
insert into stamp (name, count) values ('values', 1);
