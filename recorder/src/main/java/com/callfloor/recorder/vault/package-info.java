/** Where finished recordings lie, each under a key that names no person. */
@NullMarked
package com.callfloor.recorder.vault;

import org.jspecify.annotations.NullMarked;
