package com.callfloor.dialer.store;

import com.callfloor.dialer.cases.PhoneNumber;

/** A number that may be tried: the debtor's own, not known to be out of service. Its row is locked. */
record Candidate(long id, PhoneNumber number, int position) {}
