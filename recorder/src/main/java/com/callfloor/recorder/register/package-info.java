/** The port to the floor's books: which recordings are due, which are kept, which are missing. */
@NullMarked
package com.callfloor.recorder.register;

import org.jspecify.annotations.NullMarked;
