/** The only package that knows HTTP: the REST API, the live feed and the console's files. */
@NullMarked
package com.callfloor.dialer.web;

import org.jspecify.annotations.NullMarked;
