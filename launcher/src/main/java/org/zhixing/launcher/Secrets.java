package org.zhixing.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** Secrets made once for a home and readable by its owner only, so that none stands in the repository. */
final class Secrets {
    /** Client secret of {@code zhixing-web}. */
    static final String OIDC = "ZHIXING_OIDC_SECRET";
    /** Encrypts the PKCE verifier and the session in the API's cookies. */
    static final String STATE = "ZHIXING_STATE_SECRET";
    /** Client secret of {@code zhixing-integration}. */
    static final String INTEGRATION = "ZHIXING_INTEGRATION_SECRET";
    /** Password of {@code admin} in Keycloak's console. */
    static final String KEYCLOAK_ADMIN = "KEYCLOAK_ADMIN_PASSWORD";

    private static final List<String> NAMES = List.of(OIDC, STATE, INTEGRATION, KEYCLOAK_ADMIN);

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    static Secrets in(Path home) {
        try {
            return of(home.resolve("secrets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secrets of(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        } else {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        if (!properties.stringPropertyNames().containsAll(NAMES)) {
            NAMES.forEach(name -> properties.putIfAbsent(name, random()));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Made for this home on its first start");
            }
        }
        return new Secrets(NAMES.stream().collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
