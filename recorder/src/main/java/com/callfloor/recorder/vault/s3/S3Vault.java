package com.callfloor.recorder.vault.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import com.callfloor.recorder.vault.ByteRange;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import okhttp3.OkHttpClient;

/**
 * A vault in a bucket of its own. An object is written to a file here first, so that nothing is begun in the store
 * before the content is whole; the store shows an object only once it has all of it. Every wait is bounded by the
 * settings' timeouts.
 */
public final class S3Vault implements Vault, AutoCloseable {
    /** What a store takes in one piece, 46 hours of WAV. In one: stores do not agree on how pieces are checked. */
    private static final long LARGEST = 5L * 1024 * 1024 * 1024;
    private static final long RETRY_AFTER_MS = 200;
    private static final int TRIES = 2;
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(500, 502, 503, 504);
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject");
    private static final String NOT_LISTED = "does not list its objects";
    private static final String BEHIND_THE_END = "InvalidRange";
    private static final VaultKey PROBE = new VaultKey("probe");

    private final S3Settings settings;
    private final MinioClient client;
    /** Of several at once, whichever ended last: a probe tells. */
    private volatile boolean putFailed;

    /** Asks the store nothing yet. */
    public S3Vault(S3Settings settings) {
        this.settings = settings;
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(new OkHttpClient.Builder().connectTimeout(settings.connectTimeout())
                        .readTimeout(settings.timeout())
                        .writeTimeout(settings.timeout())
                        .build(), true)
                .build();
        if (settings.pathStyle()) {
            client.disableVirtualStyleEndpoint();
        } else {
            client.enableVirtualStyleEndpoint();
        }
        client.setRetry(WORTH_ANOTHER_TRY, RETRY_AFTER_MS, TRIES);
    }

    @Override
    public void put(VaultKey key, InputStream content) throws IOException {
        boolean done = false;
        try {
            upload(key, content);
            done = true;
        } finally {
            // Whatever failed, this machine's disk too: until a probe has put something, nothing can be kept.
            putFailed = !done;
        }
    }

    private void upload(VaultKey key, InputStream content) throws IOException {
        // Only its owner can read it; where recordings are encrypted, it is already.
        Path whole = Files.createTempFile("callfloor-recording", ".part");
        try {
            Files.copy(content, whole, StandardCopyOption.REPLACE_EXISTING);
            var unused = asked("does not take " + key, () -> client.uploadObject(UploadObjectArgs.builder()
                    .bucket(settings.bucket())
                    .object(key.value())
                    .filename(whole.toString(), LARGEST)
                    .contentType("application/octet-stream")
                    .build()));
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    @Override
    public InputStream open(VaultKey key) throws IOException {
        return asked("does not give " + key,
                () -> client.getObject(GetObjectArgs.builder().bucket(settings.bucket()).object(key.value()).build()));
    }

    @Override
    public InputStream open(VaultKey key, ByteRange range) throws IOException {
        if (range.length() == 0) {
            if (exists(key)) {
                return InputStream.nullInputStream();
            }
            throw new NoSuchFileException(key.value());
        }
        return asked("does not give " + key, () -> {
            try {
                return client.getObject(GetObjectArgs.builder()
                        .bucket(settings.bucket())
                        .object(key.value())
                        .offset(range.offset())
                        .length(range.length())
                        .build());
            } catch (ErrorResponseException e) {
                if (BEHIND_THE_END.equals(e.errorResponse().code())) {
                    return InputStream.nullInputStream();
                }
                throw e;
            }
        });
    }

    @Override
    public OptionalLong size(VaultKey key) throws IOException {
        try {
            return OptionalLong.of(asked("does not tell of " + key,
                    () -> client.statObject(
                            StatObjectArgs.builder().bucket(settings.bucket()).object(key.value()).build()))
                    .size());
        } catch (NoSuchFileException e) {
            // A store answers the same where the whole bucket is gone; that is no missing object.
            probe();
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean delete(VaultKey key) throws IOException {
        boolean there = exists(key);
        var unused = asked("does not delete " + key, () -> {
            client.removeObject(RemoveObjectArgs.builder().bucket(settings.bucket()).object(key.value()).build());
            return true;
        });
        return there;
    }

    @Override
    public void list(Listing listing) throws IOException {
        Iterator<Result<Item>> items = client
                .listObjects(ListObjectsArgs.builder().bucket(settings.bucket()).recursive(true).build())
                .iterator();
        while (asked(NOT_LISTED, items::hasNext)) {
            String name = asked(NOT_LISTED, () -> items.next().get().objectName());
            Optional<VaultKey> key = VaultKey.parse(name);
            if (key.isPresent()) {
                listing.object(key.get());
            } else {
                listing.stranger(name);
            }
        }
    }

    @Override
    public void probe() throws IOException {
        boolean there = asked("does not answer",
                () -> client.bucketExists(BucketExistsArgs.builder().bucket(settings.bucket()).build()));
        if (!there) {
            throw new IOException("the recordings' " + settings + " does not exist");
        }
        // A store that is full or may only be read answers all the same.
        if (putFailed) {
            put(PROBE, new ByteArrayInputStream(new byte[1]));
            delete(PROBE);
        }
    }

    /** A question to the store. */
    private interface Question<T> {
        T ask() throws MinioException;
    }

    private <T> T asked(String trouble, Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (ErrorResponseException e) {
            if (MISSING.contains(String.valueOf(e.errorResponse().code()))) {
                throw new NoSuchFileException(e.errorResponse().objectName());
            }
            throw failed(trouble, e);
        } catch (MinioException | RuntimeException e) {
            // A connection that does not come about is an unchecked exception of the client's.
            throw failed(trouble, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            client.close();
        } catch (Exception e) {
            throw new IOException("the connections to the recordings' store cannot be closed", e);
        }
    }

    private IOException failed(String what, Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException("the recordings' " + settings + " " + what + ": " + why, e);
    }
}
