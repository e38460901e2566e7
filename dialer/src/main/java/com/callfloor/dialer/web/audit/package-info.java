/** Notes who reads and changes what through the API. */
@NullMarked
package com.callfloor.dialer.web.audit;

import org.jspecify.annotations.NullMarked;
