package org.zhixing.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.zhixing.ledger.rules.FundsWord;
import org.zhixing.platform.Database;

/** Counts the court's papers of money by word and year, without gaps: a number not used is given back by the rollback. */
@ApplicationScoped
public class FundsNumberRows {
    private static final String TAKE = """
            insert into funds_number as n (court_id, word, year, last) values ($1, $2, $3, $4)
            on conflict (court_id, word, year) do update set last = n.last + excluded.last returning last
            """;

    /** The next so many numbers of the year. Others of the court wait until the transaction ends. */
    public Uni<List<String>> take(SqlConnection tx, int courtId, FundsWord word, int year, int count) {
        return Database.first(tx, TAKE, row -> row.getInteger(0), courtId, word.name(), year, count)
                .map(last -> IntStream.rangeClosed(last.orElseThrow() - count + 1, last.orElseThrow())
                        .mapToObj(serial -> word.number(year, serial))
                        .toList());
    }
}
