/** Debtors, their cases and their numbers: what a lender hands us, as the floor knows it. Pure. */
@NullMarked
package com.callfloor.dialer.cases;

import org.jspecify.annotations.NullMarked;
