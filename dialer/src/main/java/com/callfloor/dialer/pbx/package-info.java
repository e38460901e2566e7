/**
 * The only package that knows asterisk-java: the floor's PBX port over Asterisk's manager interface (AMI).
 *
 * <p>Threads, each started by this package and named {@code pbx-...}: the <em>link</em> thread opens one connection
 * after the other and watches the open one; the <em>dispatch</em> thread owns every piece of state about channels and is
 * the only one that calls the floor's listener; each connection has a <em>send</em> thread, since a socket whose peer
 * stopped reading blocks its writer. The library's own threads only hand over.
 */
@NullMarked
package com.callfloor.dialer.pbx;

import org.jspecify.annotations.NullMarked;
