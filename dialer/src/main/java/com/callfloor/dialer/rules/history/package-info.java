/** What the books know when the rules are asked: the calls that may count, and the facts that stand. Pure. */
@NullMarked
package com.callfloor.dialer.rules.history;

import org.jspecify.annotations.NullMarked;
