"""ResellerDesk: the renewals desk that resellers' staff run in a terminal."""
