package org.zhixing.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path root;

    @Test
    void hasDefaultsBelowTheCheckout() {
        Settings settings = Settings.from(root, Map.of());
        assertEquals(root.resolve(".zhixing"), settings.home());
        assertEquals(root.resolve(".zhixing/keycloak"), settings.keycloakDir());
        assertEquals("http://localhost:8080", settings.url());
        assertEquals("http://localhost:8180", settings.keycloakUrl());
        assertEquals(5433, settings.pgPort());
        assertEquals(Optional.empty(), settings.today());
    }

    @Test
    void takesADateAndPorts() {
        Settings settings = Settings.from(root, Map.of("ZHIXING_TODAY", "2022-11-01", "ZHIXING_PORT", "9090"));
        assertEquals(Optional.of(LocalDate.of(2022, 11, 1)), settings.today());
        assertEquals("http://localhost:9090", settings.url());
    }

    @Test
    void takesAFileThatHoldsTheDay() throws Exception {
        Path file = Files.writeString(root.resolve("today"), "2022-11-01");
        assertEquals(
                Optional.of(file),
                Settings.from(root, Map.of("ZHIXING_TODAY_FILE", "today")).todayFile());
        refuses(Map.of("ZHIXING_TODAY_FILE", "nowhere"), "ZHIXING_TODAY_FILE");
    }

    @Test
    void namesTheSettingItCannotRead() {
        refuses(Map.of("ZHIXING_TODAY", "2022-02-30"), "ZHIXING_TODAY");
        refuses(Map.of("ZHIXING_PORT", "http"), "ZHIXING_PORT");
        refuses(Map.of("ZHIXING_PG_PORT", "65536"), "ZHIXING_PG_PORT");
        CannotStart same = assertThrows(CannotStart.class, () -> Settings.from(root, Map.of("ZHIXING_PORT", "8180"))
                .requireDifferentPorts());
        assertTrue(same.getMessage().contains("three different ports"), same.getMessage());
    }

    @Test
    void namesATakenPortAndItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CannotStart inUse = assertThrows(
                    CannotStart.class, () -> Ports.requireFree(taken.getLocalPort(), "the web page", "ZHIXING_PORT"));
            assertEquals(
                    "Port " + taken.getLocalPort() + " for the web page is in use: stop the program on it, or choose"
                            + " another port with ZHIXING_PORT.",
                    inUse.getMessage());
        }
    }

    @Test
    void refusesASecondStartOnTheSameHome() {
        DirectoryLock held = DirectoryLock.take(root.resolve("lock"), "taken");
        assertThrows(CannotStart.class, () -> DirectoryLock.take(root.resolve("lock"), "taken"));
        held.close();
        DirectoryLock.take(root.resolve("lock"), "taken").close();
    }

    @Test
    void keepsSecretsToTheOwnerAndForTheHome() throws Exception {
        Secrets first = Secrets.in(root);
        assertEquals(first.get(Secrets.OIDC), Secrets.in(root).get(Secrets.OIDC));
        assertTrue(first.get(Secrets.STATE).length() >= 32, "the API's cookies are encrypted with it");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets.properties"))));
        assertTrue(!first.get(Secrets.OIDC)
                .equals(Secrets.in(root.resolve("other")).get(Secrets.OIDC)));
    }

    private void refuses(Map<String, String> environment, String setting) {
        CannotStart refusal = assertThrows(CannotStart.class, () -> Settings.from(root, environment));
        assertTrue(refusal.getMessage().startsWith(setting), refusal.getMessage());
    }
}
