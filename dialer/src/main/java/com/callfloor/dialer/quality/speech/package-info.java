/** What was said, and the phrases in it that never or always belong there. */
@NullMarked
package com.callfloor.dialer.quality.speech;

import org.jspecify.annotations.NullMarked;
