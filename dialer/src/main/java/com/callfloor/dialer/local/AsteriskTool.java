package com.callfloor.dialer.local;

import java.nio.file.Path;

/**
 * An installed Asterisk.
 *
 * @param version as it calls itself, such as {@code 22.10.1}
 * @param program runs it
 * @param modules its modules
 * @param data its documentation and sounds; without the documentation its configuration cannot be read
 */
public record AsteriskTool(String version, Path program, Path modules, Path data) {}
