package org.zhixing.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The API, which also serves the SPA, in the profile {@code demo}. */
final class ApiServer {
    static final String NAME = "API";

    private final Settings settings;
    private final Secrets secrets;

    ApiServer(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Part start() {
        return java().start();
    }

    String readyUrl() {
        return settings.url() + "/q/health/ready";
    }

    void stopOrphan() {
        java().stopOrphan();
    }

    private JavaServer java() {
        String jar = settings.apiJar().toString();
        List<String> arguments = Stream.concat(ApiMemory.OPTIONS.stream(), Stream.of("-jar", jar))
                .toList();
        return new JavaServer(NAME, settings, jar, arguments, environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_PROFILE",
                "demo",
                // The demo's passwords are known to everybody: reached from this machine only.
                "QUARKUS_HTTP_HOST",
                "localhost",
                "ZHIXING_HOME",
                settings.home().toString(),
                "ZHIXING_TMP",
                settings.home().resolve("tmp").toString(),
                "ZHIXING_PORT",
                Integer.toString(settings.port()),
                "ZHIXING_PG_PORT",
                Integer.toString(settings.pgPort()),
                "ZHIXING_KEYCLOAK_PORT",
                Integer.toString(settings.keycloakPort()),
                Secrets.OIDC,
                secrets.get(Secrets.OIDC),
                Secrets.STATE,
                secrets.get(Secrets.STATE)));
        environment.put("ZHIXING_FILES", settings.home().resolve("files").toString());
        environment.put("ZHIXING_AUDIT_KEY_FILE", AuditKey.in(settings.home()).toString());
        settings.today().ifPresent(today -> environment.put("ZHIXING_TODAY", today.toString()));
        settings.todayFile().ifPresent(file -> environment.put("ZHIXING_TODAY_FILE", file.toString()));
        return environment;
    }
}
