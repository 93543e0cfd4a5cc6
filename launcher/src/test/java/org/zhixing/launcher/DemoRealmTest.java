package org.zhixing.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The realm files themselves, as the launcher and the compose file import them. */
class DemoRealmTest {
    private static final Path FOLDER = Path.of("../docker/keycloak");
    private static final Path REALM = FOLDER.resolve("zhixing-realm.json");
    private static final Set<String> ROLES = Set.of(
            "president",
            "director",
            "team-leader",
            "judge",
            "executor",
            "judge-assistant",
            "clerk",
            "police",
            "triage",
            "node-control",
            "funds",
            "restriction",
            "final-review",
            "quality",
            "archive",
            "auditor",
            "admin",
            "integration");

    @Test
    void productionHasTheCourtsRolesAndNoDemo() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());
        assertEquals(new TreeSet<>(ROLES), texts(realm.at("/roles/realm"), "name"));
        assertEquals(
                new TreeSet<>(Set.of("zhixing-web", "zhixing-integration")), texts(realm.get("clients"), "clientId"));
        assertEquals(
                new TreeSet<>(Set.of("service-account-zhixing-integration")), texts(realm.get("users"), "username"));
        realm.get("clients").forEach(client -> {
            assertTrue(client.get("secret").asText().startsWith("${"), "no secret in the repository");
            assertFalse(client.get("directAccessGrantsEnabled").asBoolean());
            client.get("defaultClientScopes")
                    .forEach(scope -> assertTrue(
                            texts(realm.get("clientScopes"), "name").contains(scope.asText()), scope.asText()));
        });
    }

    @Test
    void demoHasSomebodyForEveryRoleAndNoPlaceholderLeft() throws IOException {
        String text = DemoRealm.text(
                REALM,
                FOLDER.resolve("demo-people.json"),
                Map.of(
                        "ZHIXING_URL",
                        "http://localhost:8080",
                        Secrets.OIDC,
                        "web-secret",
                        Secrets.INTEGRATION,
                        "integration-secret"));
        assertFalse(text.contains("${ZHIXING"), "a placeholder is left");
        JsonNode realm = new ObjectMapper().readTree(text);
        assertEquals("web-secret", realm.at("/clients/0/secret").asText());
        assertEquals(
                "http://localhost:8080/login",
                realm.at("/clients/0/redirectUris/0").asText());
        assertTrue(texts(realm.get("clients"), "clientId").contains("zhixing-cli"));
        Set<String> played = new TreeSet<>();
        realm.get("users").forEach(user -> user.get("realmRoles").forEach(role -> played.add(role.asText())));
        assertEquals(new TreeSet<>(ROLES), played);
        assertTrue(texts(realm.get("users"), "username").contains("wenfeng-triage"), "a second court");
    }

    /** Ten wrong passwords shut an account for a minute, more of them for up to a quarter of an hour; nobody for good. */
    @Test
    void whoTriesPasswordsIsShutOut() throws IOException {
        String production = Files.readString(REALM);
        String demo = DemoRealm.text(REALM, FOLDER.resolve("demo-people.json"), Map.of());
        for (String text : List.of(production, demo)) {
            JsonNode realm = new ObjectMapper().readTree(text);
            assertTrue(realm.get("bruteForceProtected").booleanValue());
            assertFalse(realm.get("permanentLockout").booleanValue());
            assertEquals(10, realm.get("failureFactor").intValue());
            assertEquals(60, realm.get("waitIncrementSeconds").intValue());
            assertEquals(900, realm.get("maxFailureWaitSeconds").intValue());
            assertEquals(1000, realm.get("quickLoginCheckMilliSeconds").intValue());
            assertEquals(5, realm.get("minimumQuickLoginWaitSeconds").intValue());
            assertEquals(43_200, realm.get("maxDeltaTimeSeconds").intValue());
        }
    }

    private static Set<String> texts(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.get(field).asText()));
        return texts;
    }
}
