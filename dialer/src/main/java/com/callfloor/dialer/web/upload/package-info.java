/** Large request bodies, taken to disk with a limit. */
@NullMarked
package com.callfloor.dialer.web.upload;

import org.jspecify.annotations.NullMarked;
