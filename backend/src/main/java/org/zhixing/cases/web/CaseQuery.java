package org.zhixing.cases.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.cases.rules.CaseKind;
import org.zhixing.cases.rules.CaseStatus;
import org.zhixing.cases.store.CaseList;
import org.zhixing.platform.Refusal;

/** The case list's filters, all optional, as they stand in the URL. */
public class CaseQuery {
    @RestQuery
    @Nullable
    Team team;

    @RestQuery
    @Parameter(description = "Person id of the judge or the executor")
    @Nullable
    UUID handler;

    @RestQuery
    @Nullable
    CaseStatus status;

    @RestQuery
    @Nullable
    CaseKind kind;

    @RestQuery
    @Nullable
    LocalDate filedFrom;

    @RestQuery
    @Nullable
    LocalDate filedTo;

    @RestQuery
    @Parameter(description = "元, inclusive")
    @Nullable
    BigDecimal amountFrom;

    @RestQuery
    @Parameter(description = "元, inclusive")
    @Nullable
    BigDecimal amountTo;

    @RestQuery
    @Parameter(description = "Only cases with a node that is overdue today")
    boolean overdue;

    @RestQuery
    @Parameter(description = "Only cases whose volume lacks what their way of closing wants")
    boolean lacking;

    @RestQuery
    @Parameter(description = "Part of the case number or of a party's name")
    @Nullable
    String q;

    CaseList.Filter filter() {
        if (filedFrom != null && filedTo != null && filedFrom.isAfter(filedTo)) {
            throw Refusal.field("filedFrom", filedFrom, "field.order");
        }
        if (amountFrom != null && amountTo != null && amountFrom.compareTo(amountTo) > 0) {
            throw Refusal.field("amountFrom", amountFrom, "field.order");
        }
        if (q != null && q.length() > 100) {
            throw Refusal.field("q", null, "field.length", 100);
        }
        return new CaseList.Filter(
                team, handler, status, kind, filedFrom, filedTo, amountFrom, amountTo, overdue, lacking, q);
    }
}
