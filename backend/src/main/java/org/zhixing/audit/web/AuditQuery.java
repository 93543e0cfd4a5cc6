package org.zhixing.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Refusal;

/** The trail's filters, all optional, as they stand in the URL. Days are days in Asia/Shanghai. */
public class AuditQuery {
    private static final Pattern ACTION = Pattern.compile("[a-z-]{1,40}(\\.[a-z-]{1,40})?");

    @RestQuery
    @Nullable
    UUID caseId;

    @RestQuery
    @Parameter(description = "Person id of who did it")
    @Nullable
    UUID actorId;

    @RestQuery
    @Parameter(description = "A kind (case, payment, suspension …) or a whole action", example = "case.filed")
    @Nullable
    String action;

    @RestQuery
    @Nullable
    LocalDate from;

    @RestQuery
    @Parameter(description = "Inclusive")
    @Nullable
    LocalDate to;

    AuditRows.Filter filter() {
        if (action != null && !ACTION.matcher(action).matches()) {
            throw Refusal.field("action", null, "field.unknown");
        }
        return new AuditRows.Filter(caseId, actorId, action, begin(from), end(from, to));
    }

    static @Nullable Instant begin(@Nullable LocalDate from) {
        return from == null ? null : from.atStartOfDay(CourtClock.SHANGHAI).toInstant();
    }

    /** The end of the day. */
    static @Nullable Instant end(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.field("from", from, "field.order");
        }
        return begin(to == null ? null : to.plusDays(1));
    }
}
