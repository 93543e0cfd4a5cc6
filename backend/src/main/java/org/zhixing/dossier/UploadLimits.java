package org.zhixing.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT), DOCUMENT)) {
            policy = json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), UploadPolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UploadPolicy policy() {
        return policy;
    }
}
