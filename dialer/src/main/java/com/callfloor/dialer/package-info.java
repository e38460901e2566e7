@NullMarked
package com.callfloor.dialer;

import org.jspecify.annotations.NullMarked;
