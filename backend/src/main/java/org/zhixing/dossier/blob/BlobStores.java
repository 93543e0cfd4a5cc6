package org.zhixing.dossier.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.zhixing.platform.ZhixingConfig;

/** The store that is configured. */
@ApplicationScoped
public class BlobStores {
    @Produces
    @ApplicationScoped
    BlobStore store(ZhixingConfig config) {
        return new DiskBlobs(config.files().directory());
    }
}
