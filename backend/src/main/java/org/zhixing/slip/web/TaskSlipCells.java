package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.PersonRef;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Page;

/** Task slips as the rows of a file. */
@ApplicationScoped
class TaskSlipCells {
    private static final String WORDS = "messages/export";
    private static final List<String> COLUMNS = List.of(
            "number",
            "case",
            "team",
            "kind",
            "target",
            "place",
            "area",
            "state",
            "otherCourt",
            "requestedBy",
            "requestedOn",
            "signedBy",
            "signedOn",
            "receivedOn",
            "officers",
            "dueOn",
            "late",
            "result",
            "resultOn");

    private final ListExport export;

    TaskSlipCells(ListExport export) {
        this.export = export;
    }

    ListExport.Table table(Function<@Nullable Cursor, Uni<Page<List<Object>>>> pages) {
        return new ListExport.Table("task-slips", WORDS, COLUMNS, pages);
    }

    List<Object> row(TaskSlipView slip, Locale locale) {
        TaskSlipView.Letters letters = slip.delegation();
        return List.of(
                slip.number(),
                slip.caseNumber(),
                slip.caseTeam() == null ? "" : export.word(WORDS, slip.caseTeam(), locale),
                slip.kindName(),
                slip.target(),
                text(slip.place()),
                text(slip.area()),
                export.word(WORDS, slip.state(), locale),
                letters == null ? "" : letters.otherCourt(),
                name(slip.requestedBy()),
                slip.requestedOn().toString(),
                name(slip.signedBy()),
                text(slip.signedOn()),
                text(slip.receivedOn()),
                slip.officers().stream().map(PersonRef::name).collect(Collectors.joining("、")),
                text(slip.dueOn()),
                slip.late() ? export.word(WORDS, Late.LATE, locale) : "",
                text(slip.result()),
                text(slip.resultOn()));
    }

    private enum Late {
        LATE
    }

    private static String name(@Nullable PersonRef person) {
        return person == null ? "" : person.name();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
