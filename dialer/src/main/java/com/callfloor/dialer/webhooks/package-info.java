/** What other systems are told: the events, who wants which, how a message is signed, and when it is tried again. Pure. */
@NullMarked
package com.callfloor.dialer.webhooks;

import org.jspecify.annotations.NullMarked;
