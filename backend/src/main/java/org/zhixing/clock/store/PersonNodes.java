package org.zhixing.clock.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Role;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.platform.Database;

/** The open nodes a person answers for, alone, in the responsible team or at the funds desk; the earliest first. */
@ApplicationScoped
public class PersonNodes {
    /** Each arm of the condition has its index, which a test looks at. */
    public static final String DUE = """
            select id, case_id, case_number, code, clause, due_on, opened_on, version, count(*) over ()
            from node
            where court_id = $1 and open and due_on between $4 and $5
                and (responsible_ids @> array[$2::uuid] or responsible_team = $3
                    or (responsible = 'FUNDS_DESK' and $7::boolean))
            order by due_on, id limit $6
            """;

    /** An open node; {@code total} counts those beyond the limit too. */
    public record Due(
            UUID id,
            UUID caseId,
            String caseNumber,
            NodeCode code,
            String clause,
            LocalDate on,
            LocalDate openedOn,
            int version,
            long total) {}

    /** Those due within the two court dates, both included. */
    public Uni<List<Due>> due(SqlClient client, Person person, LocalDate from, LocalDate to, int limit) {
        return Database.list(
                client,
                DUE,
                row -> new Due(
                        row.getUUID(0),
                        row.getUUID(1),
                        row.getString(2),
                        NodeCode.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getLocalDate(5),
                        row.getLocalDate(6),
                        row.getInteger(7),
                        row.getLong(8)),
                person.courtId(),
                person.id(),
                person.team() == null ? null : person.team().name(),
                from,
                to,
                limit,
                person.roles().contains(Role.FUNDS));
    }
}
