package org.zhixing.ledger.statement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhixing.ledger.rules.Fault;
import org.zhixing.ledger.rules.FaultCode;
import org.zhixing.ledger.rules.RefusedStatement;
import org.zhixing.ledger.rules.StatementMapping;
import org.zhixing.ledger.rules.StatementMapping.Format;

/** Opens a statement by what it is. */
public final class StatementSources {
    private StatementSources() {}

    /** @throws RefusedStatement if none of the mappings knows it */
    public static StatementSource open(Path file, List<StatementMapping> known, boolean xml) throws IOException {
        Format format = xml ? Format.CAMT053 : Format.TABLE;
        List<StatementMapping> fitting =
                known.stream().filter(each -> each.format() == format).toList();
        if (fitting.isEmpty()) {
            throw new RefusedStatement(unknown(known));
        }
        return xml ? CamtStatement.open(file, fitting.get(0)) : TableStatement.open(file, fitting, unknown(known));
    }

    /** What to say of a file that none of them knows. */
    private static Fault unknown(List<StatementMapping> known) {
        return known.size() == 1
                ? Fault.of(FaultCode.FILE_OTHER_MAPPING, known.get(0).name())
                : Fault.of(FaultCode.FILE_UNKNOWN);
    }
}
