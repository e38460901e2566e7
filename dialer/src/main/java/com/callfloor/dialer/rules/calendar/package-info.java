/** Which days are holidays, as published for each country and year. Pure. */
@NullMarked
package com.callfloor.dialer.rules.calendar;

import org.jspecify.annotations.NullMarked;
