/** Money that reached a lender for a case: postings, whose they are, and what is still due. Pure. */
@NullMarked
package com.callfloor.dialer.payments;

import org.jspecify.annotations.NullMarked;
