package com.callfloor.recorder.vault.s3;

import java.net.URI;
import java.time.Duration;

/**
 * Where an object store is and how it is spoken to.
 *
 * @param endpoint {@code https://host[:port]}; plain http too, which a configuration should allow for this machine only
 * @param region such as {@code eu-central-1}; what the store was set up with
 * @param pathStyle whether the bucket stands in the path, as most stores besides Amazon's want it, or in the host's name
 * @param connectTimeout for a connection to come about
 * @param timeout for the store to take or send the next bytes
 */
public record S3Settings(URI endpoint, String bucket, String region, String accessKey, String secretKey,
        boolean pathStyle, Duration connectTimeout, Duration timeout) {
    public S3Settings {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || !endpoint.getPath().matches("/?")) {
            throw new IllegalArgumentException(
                    "'" + endpoint + "' is no endpoint of an object store; write https://host or https://host:port");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException(
                    "'" + bucket + "' is no name of a bucket: 3 to 63 small letters, digits, "
                            + "'-' and '.'");
        }
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("an object store needs both an access key and a secret key");
        }
        if (!connectTimeout.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException("timeouts must be longer than 0");
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "bucket " + bucket + " at " + endpoint;
    }
}
