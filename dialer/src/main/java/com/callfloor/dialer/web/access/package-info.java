/** Who may do what: the table of operations, sign-in, sessions, tokens, and the guards of a browser. */
@NullMarked
package com.callfloor.dialer.web.access;

import org.jspecify.annotations.NullMarked;
