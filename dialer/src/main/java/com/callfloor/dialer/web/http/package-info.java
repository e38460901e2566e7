/** What every endpoint shares: requests, replies, problems, paging, work off the event loop. */
@NullMarked
package com.callfloor.dialer.web.http;

import org.jspecify.annotations.NullMarked;
