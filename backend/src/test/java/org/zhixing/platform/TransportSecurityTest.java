package org.zhixing.platform;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Where ZHIXING_HTTPS is on, every answer says that nothing here is asked for in the clear. */
@QuarkusTest
@TestProfile(TransportSecurityTest.BehindTls.class)
class TransportSecurityTest extends CourtTest {
    public static class BehindTls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ZHIXING_HTTPS", "true");
        }
    }

    @Test
    void whatIsAnsweredSaysSo() {
        People.as("judge-fast-1")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header(TransportSecurity.HEADER, equalTo("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/nothing-here", "/openapi.yaml"})
    void whatIsRefusedNotThereOrForEverybodySaysSoToo(String path) {
        RestAssured.given().get(path).then().header(TransportSecurity.HEADER, equalTo("max-age=31536000"));
    }
}
