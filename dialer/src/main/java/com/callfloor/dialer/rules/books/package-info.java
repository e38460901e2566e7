/** What the rules' books hold and how people write to them: ports, which the store fills. Pure. */
@NullMarked
package com.callfloor.dialer.rules.books;

import org.jspecify.annotations.NullMarked;
