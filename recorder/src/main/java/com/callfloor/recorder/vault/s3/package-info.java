/** Recordings in an object store that speaks S3. */
@NullMarked
package com.callfloor.recorder.vault.s3;

import org.jspecify.annotations.NullMarked;
