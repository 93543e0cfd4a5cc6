package org.zhixing.dossier.blob;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Clients of S3-compatible stores; the credentials are found in the environment. */
final class S3Clients {
    private static final int CONNECTIONS = 50;

    private S3Clients() {}

    static S3AsyncClient of(Optional<URI> endpoint, String region, boolean pathStyle) {
        return S3AsyncClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint.orElse(null))
                .forcePathStyle(pathStyle)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(5))
                        .connectionAcquisitionTimeout(Duration.ofMinutes(1)))
                .build();
    }
}
