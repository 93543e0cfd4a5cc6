package org.zhixing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** Who asks too much at once is refused for a while, and nobody else is. */
@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
class RateLimitTest extends CourtTest {
    private static final int BURST = 5;

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zhixing.rate.per-second", "1", "zhixing.rate.burst", Integer.toString(BURST));
        }
    }

    @Test
    void oneTooManyIsRefusedWithTheSecondsToWait() {
        Response refused = ask("judge-fast-2");
        for (int i = 0; i < 20 * BURST && refused.statusCode() == 200; i++) {
            refused = ask("judge-fast-2");
        }
        refused.then()
                .statusCode(429)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("too-many"))
                .body("title", equalTo("请求过于频繁"))
                .body("remedy", containsString("秒后再试"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
        ask("judge-fast-1").then().statusCode(200);
    }

    private static Response ask(String person) {
        return People.as(person).get("/api/v1/me");
    }
}
