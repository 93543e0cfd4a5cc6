package org.zhixing.flow;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhixing.testing.People;

/**
 * An act on money as a person of the court sends it, each time under the same key.
 *
 * @param key of the request, and its name in this test
 * @param body null where the request has none
 * @param version that the person saw, null where none is asked for
 * @param trail the condition on its row of the audit trail
 * @param told the condition on its row of the outbox, null where nobody is told
 * @param alone what no two transactions hold at once: of two acts that share a word only one is stopped at a time
 * @param written the rows it writes, each a table and a condition on {@code new}; the most telling one first
 */
record KeyedAct(
        String key,
        String by,
        String path,
        @Nullable Map<String, Object> body,
        @Nullable Integer version,
        int status,
        String trail,
        @Nullable String told,
        Set<String> alone,
        List<String> written) {

    /** Where a transaction of it is stopped: before it writes that row. */
    record Stop(KeyedAct act, String table, String condition) {
        @Override
        public String toString() {
            return act.key + " at " + table;
        }
    }

    Response send(String url) {
        RequestSpecification request =
                People.as(by).baseUri(url).contentType(ContentType.JSON).header("Idempotency-Key", key);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.body(body);
        }
        return request.post("/api/v1/" + path);
    }

    /** Every row it writes: its key, its own, what is told and recorded of it, and last the answer that is kept. */
    List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        written.forEach(each -> stops.add(stop(each)));
        if (told != null) {
            stops.add(stop("outbox " + ofNew(told)));
        }
        stops.add(stop("audit " + ofNew(trail)));
        stops.add(beforeItsEnd());
        stops.add(stop("idempotency_key new.response is null and new.key = '" + key + "'"));
        return stops;
    }

    /** All is written but the answer; nothing is left to do then but COMMIT. */
    Stop beforeItsEnd() {
        return stop("idempotency_key new.response is not null and new.key = '" + key + "'");
    }

    /** The same condition, asked of the row about to be written. */
    private static String ofNew(String condition) {
        return Stream.of(condition.split(" and ")).map("new."::concat).collect(Collectors.joining(" and "));
    }

    private Stop stop(String tableAndCondition) {
        String[] parts = tableAndCondition.split(" ", 2);
        return new Stop(this, parts[0], parts[1]);
    }
}
