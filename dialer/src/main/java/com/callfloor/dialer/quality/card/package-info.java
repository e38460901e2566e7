/** What a call is judged by, and the result that answers make. */
@NullMarked
package com.callfloor.dialer.quality.card;

import org.jspecify.annotations.NullMarked;
