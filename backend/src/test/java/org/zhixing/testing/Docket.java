package org.zhixing.testing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhixing.audit.Audit;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.Matter;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyKind;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.clock.rules.Node;
import org.zhixing.clock.rules.NodeCode;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.Database;

/** Files cases for tests, by the way every case goes. */
@ApplicationScoped
public class Docket {
    public static final String YINDU = "豫0505";
    public static final String WENFENG = "豫0502";
    private static final AtomicInteger SERIAL = new AtomicInteger(500_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileCases filing;
    private final Database database;

    Docket(FileCases filing, Database database) {
        this.filing = filing;
        this.database = database;
    }

    /** Between two people about 60,000 元: the fast team's, handled by judge-fast-1 and executor-fast-1. */
    public static RegisterRow fast(LocalDate filedOn) {
        return row(YINDU, "执", filedOn, "60000.00");
    }

    /** Between two people about 260,000 元: the ordinary team's, handled by judge-ordinary-1 and executor-ordinary-1. */
    public static RegisterRow ordinary(LocalDate filedOn) {
        return row(YINDU, "执", filedOn, "260000.00", "孙某", "蒋某");
    }

    /** A preservation: the affairs team's, handled by judge-affairs-1 and executor-affairs-1. */
    public static RegisterRow preservation(LocalDate filedOn) {
        return row(YINDU, "执保", filedOn, "60000.00", "朱某", "秦某某");
    }

    /** Handled by judge-fast-1 and executor-fast-1 where the fast team gets it, else by whose load is lightest. */
    public static RegisterRow row(String court, String word, LocalDate filedOn, String amount) {
        return row(court, word, filedOn, amount, "王某", "赵某");
    }

    /** Names its handlers: equal loads go by ids, which differ from one database to the next. */
    private static RegisterRow row(
            String court, String word, LocalDate filedOn, String amount, String judge, String executor) {
        CaseNumber number = new CaseNumber(filedOn.getYear(), court, word, SERIAL.incrementAndGet());
        return new RegisterRow(
                number,
                number.kind(),
                filedOn,
                "民间借贷纠纷",
                new BigDecimal(amount),
                Matter.MONEY,
                List.of(
                        new NamedParty(PartyRole.APPLICANT, PartyKind.NATURAL_PERSON, "王某"),
                        new NamedParty(PartyRole.RESPONDENT, PartyKind.NATURAL_PERSON, "李某某")),
                false,
                false,
                false,
                false,
                null,
                judge,
                executor);
    }

    /** Files the cases in their court, in one transaction. */
    public List<FileCases.Filed> file(RegisterRow... rows) {
        List<FileCases.Filing> filings = Arrays.stream(rows)
                .map(row -> new FileCases.Filing(row, List.of()))
                .toList();
        String court = rows[0].number().courtCode();
        return database.inTransaction(tx -> courtId(tx, court)
                        .chain(id ->
                                filing.file(tx, new FileCases.Desk(id, court, new Audit.By(id, null, "立案庭")), filings)))
                .await()
                .atMost(PATIENCE);
    }

    public FileCases.Filed fileOne(RegisterRow row) {
        return file(row).get(0);
    }

    /** The node of that code that filing opened. */
    public static Node node(FileCases.Filed filed, NodeCode code) {
        return filed.nodes().stream()
                .filter(node -> node.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Uni<Integer> courtId(SqlConnection tx, String code) {
        return Database.first(tx, "select id from court where code = $1", row -> row.getInteger(0), code)
                .map(found -> found.orElseThrow());
    }
}
