-- What SQLite writes in words of its own: triggers that keep what must not change, and the search.

create trigger event_is_kept before delete on event
  begin select raise(abort, 'the history is append-only'); end;
create trigger event_is_final before update on event
  begin select raise(abort, 'the history is append-only'); end;
create trigger quote_is_kept before delete on quote
  begin select raise(abort, 'a stored quote is never changed'); end;
create trigger quote_is_final before update
  of number, revision, customer_id, currency, as_of, valid_until, total, content, at, actor on quote
  begin select raise(abort, 'a stored quote is never changed'); end;
create trigger quote_line_is_kept before delete on quote_line
  begin select raise(abort, 'a stored quote is never changed'); end;
create trigger quote_line_is_final before update on quote_line
  begin select raise(abort, 'a stored quote is never changed'); end;
create trigger purchase_is_kept before delete on purchase
  begin select raise(abort, 'an order is never changed'); end;
create trigger purchase_is_final before update on purchase
  begin select raise(abort, 'an order is never changed'); end;
create trigger purchase_line_is_kept before delete on purchase_line
  begin select raise(abort, 'an order is never changed'); end;
create trigger purchase_line_is_final before update on purchase_line
  begin select raise(abort, 'an order is never changed'); end;
create trigger day_seal_is_kept before delete on day_seal
  begin select raise(abort, 'the history is append-only'); end;
create trigger day_seal_is_final before update on day_seal
  begin select raise(abort, 'the history is append-only'); end;
create trigger document_is_kept before delete on document
  begin select raise(abort, 'an issued document is never changed'); end;
create trigger document_is_final before update on document
  begin select raise(abort, 'an issued document is never changed'); end;

-- Parts of names are found by trigrams of the folded column.
create virtual table entitlement_search using fts5 (
  folded, content = 'entitlement', content_rowid = 'id', tokenize = 'trigram'
);
create trigger entitlement_search_insert after insert on entitlement begin
  insert into entitlement_search (rowid, folded) values (new.id, new.folded);
end;
create trigger entitlement_search_update after update of folded on entitlement begin
  insert into entitlement_search (entitlement_search, rowid, folded)
    values ('delete', old.id, old.folded);
  insert into entitlement_search (rowid, folded) values (new.id, new.folded);
end;
