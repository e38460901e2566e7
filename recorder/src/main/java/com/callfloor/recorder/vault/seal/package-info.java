/** Recordings encrypted at rest: a key of its own for each object, sealed under the floor's keys. */
@NullMarked
package com.callfloor.recorder.vault.seal;

import org.jspecify.annotations.NullMarked;
