/** What agents say: scripts by stage, language and recipient, what they must say, and their variables. Pure. */
@NullMarked
package com.callfloor.dialer.scripts;

import org.jspecify.annotations.NullMarked;
