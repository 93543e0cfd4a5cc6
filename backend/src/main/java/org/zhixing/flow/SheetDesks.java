package org.zhixing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import org.zhixing.cases.rules.ImportRun;

/** Finds the desk that a sheet is for. */
@ApplicationScoped
public class SheetDesks {
    private final RegisterDesk register;
    private final QueryDesk queries;

    SheetDesks(RegisterDesk register, QueryDesk queries) {
        this.register = register;
        this.queries = queries;
    }

    SheetDesk of(ImportRun run) {
        return switch (run.kind()) {
            case REGISTER -> register;
            case QUERY_RESULTS -> queries;
        };
    }
}
