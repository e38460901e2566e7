/** One recording's way from the spool into its home, safe to repeat after a crash at any step. */
@NullMarked
package com.callfloor.recorder.intake;

import org.jspecify.annotations.NullMarked;
