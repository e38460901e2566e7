/** The endpoints of the REST API, one class for each kind of thing. */
@NullMarked
package com.callfloor.dialer.web.api;

import org.jspecify.annotations.NullMarked;
