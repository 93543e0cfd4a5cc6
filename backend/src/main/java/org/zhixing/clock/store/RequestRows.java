package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.platform.Database;

/** Requests for suspensions and extensions that wait for somebody's decision, those first that wait the longest. */
@ApplicationScoped
public class RequestRows {
    /** Nobody decides on what they asked themselves. */
    private static final String WAITING = """
            select c.number, r.extension, count(*) over ()
            from (select id, case_id, false as extension from case_suspension
                  where court_id = $1 and status = 'ASKED' and asked_by <> $2
                  union all
                  select id, case_id, true from node_extension
                  where court_id = $1 and status = 'ASKED' and asked_by <> $2 and $3) r
            join enforcement_case c on c.id = r.case_id
            order by r.id limit $4
            """;

    /** One request, for a suspension or for more days; {@code total} counts those beyond the limit too. */
    public record Request(String caseNumber, boolean extension, long total) {}

    public Uni<List<Request>> waiting(SqlClient client, Person person, boolean extensionsToo, int limit) {
        return Database.list(
                client,
                WAITING,
                row -> new Request(row.getString(0), row.getBoolean(1), row.getLong(2)),
                person.courtId(),
                person.id(),
                extensionsToo,
                limit);
    }
}
