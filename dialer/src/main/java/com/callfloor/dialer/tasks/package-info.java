/** What somebody has to do about a case besides calling it, and by when. Pure. */
@NullMarked
package com.callfloor.dialer.tasks;

import org.jspecify.annotations.NullMarked;
