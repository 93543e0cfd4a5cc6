package org.zhixing.flow;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhixing.cases.Cases;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.CaseNumber;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.ImportLine;
import org.zhixing.cases.rules.ImportRow;
import org.zhixing.cases.rules.ImportRun;
import org.zhixing.cases.rules.Reason;
import org.zhixing.cases.rules.ReasonCode;
import org.zhixing.cases.rules.RegisterCheck;
import org.zhixing.cases.rules.RegisterColumn;
import org.zhixing.cases.rules.RegisterRow;
import org.zhixing.cases.rules.RowCheck;
import org.zhixing.cases.rules.RowError;
import org.zhixing.platform.CourtClock;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.CaseFacts;
import org.zhixing.triage.rules.TriageDecision;

/**
 * Says what becomes of rows of a register: bad by themselves, bad because an earlier row names the same case, the same as
 * or in conflict with the stored case, or new and where triage sends it. A batch asks the database twice, however long.
 */
@ApplicationScoped
public class RowJudge {
    private final Imports imports;
    private final Cases cases;
    private final CourtClock clock;

    RowJudge(Imports imports, Cases cases, CourtClock clock) {
        this.imports = imports;
        this.cases = cases;
        this.clock = clock;
    }

    RowCheck check(ImportRun of, Map<String, String> values) {
        return new RegisterCheck(of.courtCode(), clock.today()).check(values);
    }

    /** The number of a row that is good in itself or not, as far as it can be read. */
    private record Looked(
            ImportLine line, RowCheck check, @Nullable String number) {}

    /** The outcomes of these lines in order; {@code exceptRow} is the row they replace, 0 for none. */
    Uni<List<ImportRow>> judge(
            SqlConnection tx, ImportRun of, int exceptRow, List<ImportLine> lines, Triage.Table table) {
        List<Looked> looked = lines.stream().map(line -> look(of, line)).toList();
        List<String> numbers = looked.stream()
                .flatMap(l -> Optional.ofNullable(l.number()).stream())
                .distinct()
                .toList();
        return imports.linesOf(tx, of.id(), exceptRow, numbers)
                .chain(taken -> cases.byNumbers(tx, of.courtId(), numbers).map(stored -> {
                    Map<String, Integer> firstLines = new HashMap<>(taken);
                    return looked.stream()
                            .map(l -> outcome(l, firstLines, stored, table))
                            .toList();
                }));
    }

    private Looked look(ImportRun of, ImportLine line) {
        RowCheck check = check(of, line.values());
        String number = check instanceof RowCheck.Good good
                ? good.row().number().text()
                : CaseNumber.check(line.values().getOrDefault(RegisterColumn.NUMBER.header(), ""))
                        .found()
                        .map(CaseNumber::text)
                        .orElse(null);
        return new Looked(line, check, number);
    }

    private static ImportRow outcome(
            Looked looked, Map<String, Integer> firstLines, Map<String, EnforcementCase> stored, Triage.Table table) {
        String number = looked.number();
        Integer first = number == null ? null : firstLines.get(number);
        if (!(looked.check() instanceof RowCheck.Good good) || number == null || first != null) {
            return ImportRow.bad(looked.line(), number, errors(looked, first));
        }
        firstLines.put(number, looked.line().line());
        EnforcementCase known = stored.get(number);
        return known == null
                ? fresh(looked.line(), good.row(), table)
                : ImportRow.compared(looked.line(), good.row(), known);
    }

    /** A row whose number is free. */
    static ImportRow fresh(ImportLine line, RegisterRow row, Triage.Table table) {
        TriageDecision decision = table.decide(CaseFacts.of(row));
        return ImportRow.fresh(line, row.number().text(), decision.team(), decision.rule(), decision.clause());
    }

    private static List<RowError> errors(Looked looked, @Nullable Integer first) {
        List<RowError> errors = new ArrayList<>();
        if (first != null) {
            String column = RegisterColumn.NUMBER.header();
            String given = looked.line().values().getOrDefault(column, "");
            errors.add(new RowError(column, given, Reason.of(ReasonCode.NUMBER_TWICE, first.toString())));
        }
        if (looked.check() instanceof RowCheck.Bad bad) {
            errors.addAll(bad.errors());
        }
        return errors;
    }
}
