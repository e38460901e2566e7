@NullMarked
package com.callfloor.dialer.local.sample;

import org.jspecify.annotations.NullMarked;
