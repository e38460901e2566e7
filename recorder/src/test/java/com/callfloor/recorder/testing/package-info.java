/** What the recorder's tests build their scenarios from. */
@NullMarked
package com.callfloor.recorder.testing;

import org.jspecify.annotations.NullMarked;
