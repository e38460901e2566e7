/** Messages to debtors, SMS and e-mail: their templates, whether the rules let them go, and what became of them. Pure. */
@NullMarked
package com.callfloor.dialer.messages;

import org.jspecify.annotations.NullMarked;
