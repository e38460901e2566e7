/** The floor's records as the JSON of the API and the feed; numbers only ever masked. */
@NullMarked
package com.callfloor.dialer.web.json;

import org.jspecify.annotations.NullMarked;
