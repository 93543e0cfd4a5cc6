package org.zhixing.slip.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Database;
import org.zhixing.slip.rules.TaskSlipOfficer;

/** How much the affairs team's officers have in hand. */
@ApplicationScoped
public class OfficerRows {
    private static final String LOAD = """
            select p.id, p.name, p.roles, count(s.id)::int, (count(s.id) filter (where s.area = $2))::int
            from person p left join task_slip s on s.court_id = p.court_id and s.state in ('ASSIGNED', 'RETURNED')
                and s.officers @> array[p.id]
            where p.court_id = $1 and p.active and p.team = 'AFFAIRS' and p.roles && '{executor,police}'::text[]
            group by p.id order by 5 desc, 4, p.username
            """;

    /** Whoever has work in the area already first, then whoever has least. */
    public Uni<List<TaskSlipOfficer>> load(SqlClient client, int courtId, @Nullable String area) {
        return Database.list(
                client,
                LOAD,
                row -> new TaskSlipOfficer(
                        row.getUUID(0),
                        row.getString(1),
                        Arrays.asList(row.getArrayOfStrings(2)),
                        row.getInteger(3),
                        row.getInteger(4)),
                courtId,
                area);
    }
}
