package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.PhoneNumber;

/** Numbers that are not called, for all lenders or for one. Blocks on the database. */
public interface DoNotCallLists {
    /**
     * Adds numbers; those on the list already stay as they are. They hold from the next decision on.
     *
     * @param lender only for this lender's cases; empty: for all
     * @return how many were new
     */
    int add(String list, Optional<String> lender, Collection<PhoneNumber> numbers, Instant at, String by);

    /** Takes one off; the entry stays in the books as removed. False if it was not on the list. */
    boolean remove(String list, PhoneNumber number, Instant at, String by);

    List<ListView> lists();

    /** One list as people may see it. */
    record ListView(String list, Optional<String> lender, long numbers, Instant lastChange) {}
}
