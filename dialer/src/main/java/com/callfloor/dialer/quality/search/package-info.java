/** Finding recorded calls that QA looks for. */
@NullMarked
package com.callfloor.dialer.quality.search;

import org.jspecify.annotations.NullMarked;
