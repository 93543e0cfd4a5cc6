package org.zhixing;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.People;

/** An endpoint whose author forgot to name roles is shut to everybody. */
@QuarkusTest
class UnannotatedTest extends CourtTest {

    /** Such an endpoint. */
    @Path("/api/v1/forgotten")
    public static class ForgottenResource {
        @GET
        @Operation(hidden = true)
        public String open() {
            return "open";
        }
    }

    @Test
    void isRefusedToEverybody() {
        People.all()
                .forEach(username ->
                        People.as(username).get("/api/v1/forgotten").then().statusCode(403));
    }
}
