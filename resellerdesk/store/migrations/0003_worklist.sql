-- What the worklist asks for and sorts by, kept beside each renewal, so that an index finds the
-- first rows of a million in any order. The store writes it wherever it writes what it is taken
-- from: the entitlement's end and family, the customer's currency and (folded) name.

alter table customer add column name_folded text not null default '';
update customer set name_folded = substr(folded, length(id) + 2);

alter table renewal add column family text not null default '';
alter table renewal add column ends text not null default '';
alter table renewal add column currency text not null default '';
alter table renewal add column customer_name text not null default '';
update renewal set family = e.family, ends = e.ends, currency = c.currency,
  customer_name = c.name_folded
  from entitlement e join customer c on c.id = e.customer_id
  where e.id = renewal.entitlement_id;

-- With all that a sum over a view reads.
create index renewal_due_end on renewal (ends, entitlement_id, phase, voided, currency, value,
  value_since, value_until, value_stamp)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_due_value on renewal (currency, value desc, ends, entitlement_id)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_due_customer on renewal (customer_name, ends, entitlement_id)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_due_state on renewal (state, ends, entitlement_id)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_due_owner on renewal (owner, ends, entitlement_id)
  where phase in ('open', 'quoted', 'ordered') and voided = 0;
create index renewal_follow on renewal (follow_on) where follow_on is not null;
create index quote_status on quote (status, valid_until);

-- A named question to the worklist, of one rep; a shared one is everybody's to ask.
create table view (
  id integer primary key,
  owner text not null,
  name text not null,
  shared integer not null,
  query text not null,
  unique (owner, name)
) strict;
