package org.zhixing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** A phone's key is one person's, the same at every sign-in, and nobody else's. */
@QuarkusTest
class DeviceKeyTest extends CourtTest {
    private static String keyOf(String username) {
        return People.as(username)
                .get("/api/v1/field/key")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("key");
    }

    @Test
    void isThePersonsOwnAndStays() {
        String first = keyOf("executor-fast-1");
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(keyOf("executor-fast-1")).isEqualTo(first);
        assertThat(keyOf("executor-fast-2")).isNotEqualTo(first);
        People.as("executor-fast-1").get("/api/v1/field/key").then().body("person.name", equalTo("赵某"));
    }

    @Test
    void isOneThoughManyAskAtOnceForTheFirstTime() {
        Set<String> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> keyOf("executor-ordinary-2"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).hasSize(1);
    }

    @Test
    void isNobodysWithoutASession() {
        RestAssured.get("/api/v1/field/key").then().statusCode(401);
    }
}
