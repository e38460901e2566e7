/** The certificate that the server shows, and how it is taken anew. */
@NullMarked
package com.callfloor.dialer.web.tls;

import org.jspecify.annotations.NullMarked;
