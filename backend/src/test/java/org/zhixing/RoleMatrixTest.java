package org.zhixing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhixing.access.rules.Role;
import org.zhixing.testing.CourtTest;

/**
 * Every operation of the running API × every role of the court, a service account with and without scopes, a stranger,
 * and nobody: allowed or refused as roles.csv says. An operation that the table does not know fails.
 */
@QuarkusTest
class RoleMatrixTest extends CourtTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Refusals that come before anything is looked at; others, such as "not the handler", concern one case. */
    private static final Set<String> AT_THE_DOOR = Set.of("not-signed-in", "role", "unknown-person");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI root;

    /** An operation with the smallest request that gets past the door. */
    private record Call(String operation, String method, String path, String contentType) {}

    @Test
    void tableNamesEveryOperationAndEveryRole() throws IOException {
        RoleTable table = RoleTable.read();
        assertThat(table.roles())
                .as("roles of roles.csv")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::roleName).toList());
        assertThat(new TreeSet<>(table.cells().keySet()))
                .as("operations of roles.csv")
                .isEqualTo(new TreeSet<>(calls().stream().map(Call::operation).toList()));
    }

    @Test
    void everyoneIsAllowedOrRefusedAsWritten() throws IOException, InterruptedException {
        RoleTable table = RoleTable.read();
        List<Caller> callers = callers(table);
        List<String> wrong = new ArrayList<>();
        for (Call call : calls()) {
            for (Caller caller : callers) {
                String cell = caller.role() == null
                        ? "-"
                        : table.cells().getOrDefault(call.operation(), Map.of()).getOrDefault(caller.role(), "-");
                String answer = answer(call, caller);
                boolean allowed = !answer.startsWith("refused");
                if (allowed != caller.isAllowed(cell) || answer.startsWith("5")) {
                    wrong.add(call.operation() + " by " + caller.name() + ": " + cell + " in roles.csv, but " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Caller> callers(RoleTable table) {
        List<Caller> callers = new ArrayList<>();
        for (String role : table.roles()) {
            callers.add(role.equals("integration") ? Caller.client() : Caller.of(role));
        }
        callers.add(Caller.client("cases:read"));
        callers.add(Caller.client("cases:write"));
        callers.add(Caller.client("nodes:read"));
        callers.add(Caller.stranger(table.roles()));
        callers.add(Caller.nobody());
        return callers;
    }

    private String answer(Call call, Caller caller) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(call.path()))
                .timeout(Duration.ofSeconds(20))
                .header("If-Match", "\"1\"");
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (call.contentType().isEmpty()) {
            request.method(call.method(), BodyPublishers.noBody());
        } else if (call.contentType().startsWith("multipart/")) {
            request.header("Content-Type", "multipart/form-data; boundary=b")
                    .method(call.method(), BodyPublishers.ofString("--b--\r\n"));
        } else {
            request.header("Content-Type", call.contentType()).method(call.method(), BodyPublishers.ofString("{}"));
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status != 401 && status != 403) {
                return status + "";
            }
            // An answer to HEAD has no body to say why.
            if (call.method().equals("HEAD")) {
                return "refused with " + status;
            }
            String code = JSON.readTree(body).path("code").asText();
            return AT_THE_DOOR.contains(code) ? "refused with " + code : status + " " + code;
        }
    }

    private static List<Call> calls() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(RestAssured.get("/openapi.yaml")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .path("paths");
        List<Call> calls = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String id = operation.getValue().path("operationId").asText();
            List<String> types = new ArrayList<>();
            operation.getValue().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
            calls.add(new Call(
                    id,
                    operation.getKey().toUpperCase(Locale.ROOT),
                    filled(path.getKey()),
                    types.isEmpty() ? "" : types.get(0)));
        }));
        assertThat(calls).isNotEmpty();
        return calls;
    }

    private static String filled(String path) {
        return path.replace("{year}", "2022")
                .replace("{row}", "1")
                .replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
    }
}
