package org.zhixing.dossier.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhixing.dossier.rules.BlobKey;
import org.zhixing.testing.S3Server;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The contract on an S3 server. */
class S3BlobsTest extends BlobStoreContract {
    /** The least that S3 takes. */
    private static final long PART = 5 << 20;

    private static S3Server server;
    private static S3AsyncClient client;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.start();
        // The client looks there after it looked into the environment, which a test cannot change.
        System.setProperty("aws.accessKeyId", S3Server.CREDENTIALS.get("AWS_ACCESS_KEY_ID"));
        System.setProperty("aws.secretAccessKey", S3Server.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"));
        client = S3Clients.of(Optional.of(server.address()), "us-east-1", true);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Override
    BlobStore open() {
        return new S3Blobs(client, S3Server.BUCKET, PART);
    }

    @Test
    void isRefusedWithAnotherSecret() {
        System.setProperty("aws.secretAccessKey", "not-" + S3Server.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"));
        try (S3AsyncClient stranger = S3Clients.of(Optional.of(server.address()), "us-east-1", true)) {
            BlobStore blobs = new S3Blobs(stranger, S3Server.BUCKET, PART);
            var asked = blobs.has(new BlobKey(1, "0".repeat(64))).await();
            assertThatThrownBy(() -> asked.atMost(Duration.ofSeconds(30)))
                    .isInstanceOfSatisfying(S3Exception.class, refused -> assertThat(refused.statusCode())
                            .isEqualTo(403));
        } finally {
            System.setProperty("aws.secretAccessKey", S3Server.CREDENTIALS.get("AWS_SECRET_ACCESS_KEY"));
        }
    }

    @Override
    void breakOff() {
        String key = "1/aa/bb/half";
        String begun = client.createMultipartUpload(
                        ask -> ask.bucket(S3Server.BUCKET).key(key))
                .join()
                .uploadId();
        client.uploadPart(
                        ask -> ask.bucket(S3Server.BUCKET)
                                .key(key)
                                .uploadId(begun)
                                .partNumber(1),
                        AsyncRequestBody.fromBytes(new byte[100]))
                .join();
    }
}
