package org.zhixing.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.platform.Json;

/** Which kinds of files are taken and how large, as {@code policy/uploads-1.json} says. */
@RegisterForReflection(
        targets = {UploadPolicy.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class UploadLimits {
    private static final String DOCUMENT = "policy/uploads-1.json";

    private final UploadPolicy policy;

    UploadLimits(Json json) {
        policy = json.read(Json.resource(DOCUMENT), UploadPolicy.class);
    }

    public UploadPolicy policy() {
        return policy;
    }
}
