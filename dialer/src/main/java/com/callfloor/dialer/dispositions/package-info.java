/** What an agent says of a conversation, with its details, and what follows from it by rule. Pure. */
@NullMarked
package com.callfloor.dialer.dispositions;

import org.jspecify.annotations.NullMarked;
