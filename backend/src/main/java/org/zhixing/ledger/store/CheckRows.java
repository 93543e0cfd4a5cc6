package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.zhixing.ledger.rules.BooksCheck;
import org.zhixing.platform.Database;

/** The nightly looks at the books: one row a court and day, whoever made it. */
@ApplicationScoped
public class CheckRows {
    /** Courts whose books nobody has looked at that day. */
    public Uni<List<Integer>> unchecked(SqlClient client, LocalDate day) {
        return Database.list(
                client,
                "select c.id from court c where not exists (select from ledger_check k where k.court_id = c.id and"
                        + " k.day = $1) order by c.id",
                row -> row.getInteger(0),
                day);
    }

    /** Takes the court's day; false where another instance has it. It waits for one that is at it. */
    public Uni<Boolean> take(SqlConnection tx, int courtId, LocalDate day) {
        return Database.execute(
                        tx,
                        "insert into ledger_check (court_id, day) values ($1, $2) on conflict do nothing",
                        courtId,
                        day)
                .map(taken -> taken == 1);
    }

    public Uni<Integer> keep(SqlConnection tx, int courtId, LocalDate day, long findings, String document) {
        return Database.execute(
                tx,
                "update ledger_check set findings = $3, document = $4::text::json where court_id = $1 and day = $2",
                courtId,
                day,
                (int) Math.min(findings, Integer.MAX_VALUE),
                document);
    }

    /** The newest first. */
    public Uni<List<BooksCheck>> newest(SqlClient client, int courtId, int limit) {
        return Database.list(
                client,
                "select day, findings, at from ledger_check where court_id = $1 and findings is not null"
                        + " order by day desc limit $2",
                row -> new BooksCheck(
                        row.getLocalDate(0),
                        row.getInteger(1),
                        row.getOffsetDateTime(2)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant()),
                courtId,
                limit);
    }
}
