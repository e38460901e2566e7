/** {@code bin/floor bench recorder}: measured, not tested. */
@NullMarked
package com.callfloor.recorder.bench;

import org.jspecify.annotations.NullMarked;
