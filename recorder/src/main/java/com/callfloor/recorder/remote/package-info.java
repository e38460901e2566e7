/** The recorder on its own beside a remote PBX, sending to the dialer over HTTP. */
@NullMarked
package com.callfloor.recorder.remote;

import org.jspecify.annotations.NullMarked;
