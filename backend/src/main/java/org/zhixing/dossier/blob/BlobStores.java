package org.zhixing.dossier.blob;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zhixing.platform.ZhixingConfig;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store that is configured: the directory, or a bucket where one is named. */
@ApplicationScoped
public class BlobStores {
    private static final Logger LOG = Logger.getLogger(BlobStores.class);
    private static final Duration ANSWERS_AT_MOST = Duration.ofSeconds(20);

    private final ZhixingConfig.Files config;
    private final Optional<S3AsyncClient> s3;

    BlobStores(ZhixingConfig config) {
        this.config = config.files();
        ZhixingConfig.S3 store = this.config.s3();
        this.s3 = store.bucket().map(named -> S3Clients.of(store.endpoint(), store.region(), store.pathStyle()));
    }

    @Produces
    @ApplicationScoped
    BlobStore store() {
        return s3.<BlobStore>map(client -> new S3Blobs(
                        client,
                        config.s3().bucket().orElseThrow(),
                        config.s3().part().asLongValue()))
                .orElseGet(() -> new DiskBlobs(config.directory()));
    }

    /** A bucket that is not there or not ours ends the start; a store that is away just now does not. */
    void look(@Observes @Priority(10) StartupEvent started) {
        if (s3.isEmpty()) {
            return;
        }
        String bucket = config.s3().bucket().orElseThrow();
        try {
            S3Blobs.asked(() -> s3.get().headBucket(ask -> ask.bucket(bucket)))
                    .await()
                    .atMost(ANSWERS_AT_MOST);
        } catch (S3Exception refused) {
            if (refused.statusCode() < 500) {
                throw new IllegalStateException(
                        "ZHIXING_S3_BUCKET: the store answers " + refused.statusCode() + " for " + bucket, refused);
            }
            LOG.warnf(refused, "The store of files answers %d", refused.statusCode());
        } catch (RuntimeException away) {
            LOG.warnf(away, "The store of files does not answer");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        s3.ifPresent(S3AsyncClient::close);
    }
}
