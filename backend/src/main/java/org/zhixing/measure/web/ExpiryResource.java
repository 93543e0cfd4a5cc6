package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.PersonRef;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Visibility;
import org.zhixing.audit.Looks;
import org.zhixing.measure.store.ExpiryRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;

/** Measures of the court by their last day (到期查控), within the reader's sight. */
@Path("/api/v1/expiring-measures")
@Tag(name = "assets")
public class ExpiryResource {
    private static final String WORDS = "messages/books";
    private static final List<String> COLUMNS = List.of(
            "endsOn",
            "daysLeft",
            "number",
            "team",
            "judge",
            "executor",
            "respondent",
            "assetKind",
            "description",
            "holder",
            "kind",
            "held",
            "document",
            "startsOn",
            "renewBy");

    private final Actors actors;
    private final ExpiryRows rows;
    private final ListExport export;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    ExpiryResource(
            Actors actors, ExpiryRows rows, ListExport export, Looks looks, Database database, CourtClock clock) {
        this.actors = actors;
        this.rows = rows;
        this.export = export;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(
            operationId = "listExpiries",
            summary =
                    "Our measures, the earliest end first; those that ran out with nothing of ours after them among them")
    public Uni<Page<ExpiryView>> list(
            @BeanParam ExpiryQuery query, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> page(actor, query, after, size));
    }

    private Uni<Page<ExpiryView>> page(Actor actor, ExpiryQuery query, @Nullable Cursor after, int size) {
        LocalDate today = clock.today();
        return rows.page(database.reading(), viewer(actor), query.filter(actor), after, size)
                .map(page -> page.map(line -> ExpiryView.from(line, today)));
    }

    private ExpiryRows.Viewer viewer(Actor actor) {
        return new ExpiryRows.Viewer(actor.courtId(), Visibility.ofCases(actor), clock.today());
    }

    @GET
    @Path("/weeks")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "countExpiries", summary = "How many end in each week, and what they hold")
    public Uni<List<ExpiryView.Week>> weeks(@BeanParam ExpiryQuery query) {
        return actors.current()
                .chain(actor -> rows.weeks(database.reading(), viewer(actor), query.filter(actor)))
                .map(weeks -> weeks.stream().map(ExpiryView.Week::from).toList());
    }

    @GET
    @Path("/export")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Produces({"text/csv", ListExport.XLSX})
    @Operation(
            operationId = "exportExpiries",
            summary = "Our measures by their end as a file: same filter and order, every page",
            description = "format=csv (UTF-8 with BOM) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @BeanParam ExpiryQuery query,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String language) {
        boolean xlsx = ListExport.xlsx(format);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> export.response(
                        new ListExport.Table(
                                "expiries", WORDS, COLUMNS, after -> page(actor, query, after, Page.MAX_LIMIT)
                                        .map(page -> page.map(view -> row(view, locale)))),
                        xlsx,
                        locale,
                        looks.takes(actor, "measure.exported", uri)));
    }

    private List<Object> row(ExpiryView view, Locale locale) {
        String held = view.held();
        return List.of(
                view.endsOn().toString(),
                Long.toString(view.daysLeft()),
                view.caseNumber(),
                view.team() == null ? "" : export.word(WORDS, view.team(), locale),
                name(view.judge()),
                name(view.executor()),
                view.respondent(),
                export.word(WORDS, view.assetKind(), locale),
                view.description(),
                Objects.requireNonNullElse(view.holder(), ""),
                export.word(WORDS, view.kind(), locale),
                held == null ? "" : new BigDecimal(held),
                view.document(),
                view.startsOn().toString(),
                Objects.toString(view.renewBy(), ""));
    }

    private static String name(@Nullable PersonRef person) {
        return person == null ? "" : person.name();
    }
}
