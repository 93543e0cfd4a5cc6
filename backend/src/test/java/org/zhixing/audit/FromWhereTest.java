package org.zhixing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhixing.testing.CourtData;
import org.zhixing.testing.CourtTest;
import org.zhixing.testing.Docket;
import org.zhixing.testing.People;
import org.zhixing.testing.Samples;

/** Where each request came from, sealed with the rest of what its rows say. */
@QuarkusTest
class FromWhereTest extends CourtTest {
    private static final String HERE = "127.0.0.1";

    @Inject
    Docket docket;

    @Inject
    Sealing sealing;

    private String filed() {
        return Samples.file(Samples.smallClaim(CourtData.number(), "2022-10-10"));
    }

    @Test
    void everyRowOfARequestSaysWhereItCameFrom() {
        filed();
        assertThat(data.query("select distinct detail ->> 'clientAddress' from audit"))
                .containsExactly(HERE);
        People.as("auditor")
                .get("/api/v1/audit?action=case.filed")
                .then()
                .statusCode(200)
                .body("items.address", contains(HERE));
        assertThat(People.as("auditor")
                        .get("/api/v1/audit/export?action=case.filed")
                        .asString())
                .contains("操作人,来源,类别")
                .contains("张某," + HERE + ",case.filed");
        assertThat(People.as("auditor")
                        .header("Accept-Language", "en")
                        .get("/api/v1/audit/export?action=case.filed")
                        .asString())
                .isNotEmpty();
    }

    /** Whoever is not behind the court's own proxy could write anything there. */
    @Test
    void aHeaderOfTheSendersOwnIsNotBelieved() {
        People.as("triage")
                .header("X-Forwarded-For", "10.9.8.7")
                .header("Forwarded", "for=10.9.8.7")
                .contentType("application/json")
                .body(Samples.smallClaim(CourtData.number(), "2022-10-10"))
                .post("/api/v1/cases")
                .then()
                .statusCode(201);
        assertThat(data.query("select distinct detail ->> 'clientAddress' from audit"))
                .containsExactly(HERE);
    }

    @Test
    void workThatNobodyAskedForAndRowsFromBeforeSayNothingOfItAndHold() {
        docket.fileOne(Docket.fast(LocalDate.of(2022, 10, 31)));
        data.run("insert into audit (court_id, at, actor_name, action, detail) select id, now(), '王某', 'case.edited',"
                + " '{\"changed\": [\"cause\"]}' from court where code = '豫0505'");
        seal();
        People.as("auditor")
                .get("/api/v1/audit?action=case")
                .then()
                .body("items.address", not(hasItem(HERE)))
                .body("items[0].address", nullValue());
        People.as("auditor").get("/api/v1/audit/verification").then().body("findings", empty());
    }

    @Test
    void whoeverChangesItAfterwardsIsFound() {
        filed();
        seal();
        People.as("auditor").get("/api/v1/audit/verification").then().body("findings", empty());
        data.run("alter table audit disable trigger user; update audit set detail = replace(detail::text, '" + HERE
                + "', '10.0.0.1')::json where action = 'case.filed'; alter table audit enable trigger user");
        People.as("auditor")
                .get("/api/v1/audit/verification")
                .then()
                .body("findings.kind", contains("ROW_CHANGED"))
                .body("findings[0].action", equalTo("case.filed"));
    }

    @Test
    void aCasesReadersAreNotToldIt() {
        String id = filed();
        People.as("judge-fast-1")
                .get("/api/v1/cases/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("case.filed"))
                .body(not(containsString(HERE)))
                .body(not(containsString(Audit.FROM)));
    }

    private void seal() {
        sealing.seal().await().atMost(Duration.ofSeconds(30));
    }
}
