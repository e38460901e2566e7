/** Keeps at it: bounded parallelism, retries with back-off, reconciliation, numbers. */
@NullMarked
package com.callfloor.recorder.service;

import org.jspecify.annotations.NullMarked;
