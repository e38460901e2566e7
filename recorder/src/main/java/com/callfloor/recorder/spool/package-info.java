/** The folder in which the PBX writes raw recordings, one file an attempt. */
@NullMarked
package com.callfloor.recorder.spool;

import org.jspecify.annotations.NullMarked;
