package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Person;
import org.zhixing.access.rules.Visibility;
import org.zhixing.audit.Looks;
import org.zhixing.cases.Cases;
import org.zhixing.cases.store.CaseList;
import org.zhixing.flow.EditCase;
import org.zhixing.flow.FileCase;
import org.zhixing.flow.FileCases;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;
import org.zhixing.platform.Versions;

/** Cases: list, file, read, correct. */
@Path("/api/v1/cases")
@Tag(name = "cases")
public class CaseResource {
    private final Actors actors;
    private final CaseList list;
    private final CaseExport export;
    private final CasePage page;
    private final Cases cases;
    private final FileCase fileCase;
    private final EditCase editCase;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    CaseResource(
            Actors actors,
            CaseList list,
            CaseExport export,
            CasePage page,
            Cases cases,
            FileCase fileCase,
            EditCase editCase,
            Looks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.list = list;
        this.export = export;
        this.page = page;
        this.cases = cases;
        this.fileCase = fileCase;
        this.editCase = editCase;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.CASES_READ
    })
    @Operation(
            operationId = "listCases",
            summary = "Cases within sight, page by page",
            description = "Team members see their team's cases, desks and leaders the whole court's.")
    public Uni<Page<CaseSummary>> list(
            @BeanParam CaseQuery query,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit) {
        CaseList.Sort order = CaseList.Sort.of(sort);
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current()
                .chain(actor -> list.page(database.reading(), viewer(actor), query.filter(), order, after, size))
                .map(found -> found.map(line -> CaseSummary.from(line, clock.today())));
    }

    CaseList.Viewer viewer(Actor actor) {
        return new CaseList.Viewer(actor.courtId(), Visibility.ofCases(actor), clock.today());
    }

    @GET
    @Path("export")
    @Produces({"text/csv", CaseExport.XLSX})
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.CASES_READ
    })
    @Operation(
            operationId = "exportCases",
            summary = "The case list as a file: same filters and order, every page",
            description = "format=csv (UTF-8 with BOM, streamed) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @BeanParam CaseQuery query,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean xlsx = "xlsx".equals(format);
        if (format != null && !xlsx && !format.equals("csv")) {
            throw Refusal.field("format", format, "field.unknown");
        }
        CaseList.Filter filter = query.filter();
        CaseList.Sort order = CaseList.Sort.of(sort);
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> export.response(
                        new CaseExport.Asked(viewer(actor), filter, order, locale),
                        xlsx,
                        looks.takes(actor, "case.exported", uri)));
    }

    @POST
    @RolesAllowed({Roles.TRIAGE, Roles.CASES_WRITE})
    @Operation(
            operationId = "fileCase",
            summary = "File a case: it is sorted, dated, given handlers and an account at once")
    public Uni<RestResponse<CaseDetail>> file(
            @NotNull @Valid CaseRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current()
                .chain(actor -> actors.person().chain((Person p) -> fileCase.file(
                                actor,
                                p.courtCode(),
                                new FileCases.Filing(
                                        request.row(p.courtCode(), null, clock.today()), request.contacts()),
                                key,
                                request)
                        .chain(id -> page.of(actor, id, Messages.locale(language)))))
                .map(made -> RestResponse.ResponseBuilder.<CaseDetail>create(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/cases/" + made.id()))
                        .entity(made)
                        .header(HttpHeaders.ETAG, Versions.etag(made.version()))
                        .build());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.CASES_READ
    })
    @Operation(operationId = "getCase", summary = "A case with everything its page shows")
    public Uni<RestResponse<CaseDetail>> get(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current()
                .chain(actor -> page.of(actor, id, Messages.locale(language)))
                .map(CaseResource::tagged);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.TRIAGE, Roles.JUDGE, Roles.EXECUTOR, Roles.CASES_WRITE})
    @Operation(
            operationId = "editCase",
            summary = "Correct what the register says of a case",
            description = "By the triage desk, the case's handlers, or a client with cases:write. The team stays.")
    public Uni<RestResponse<CaseDetail>> edit(
            @RestPath UUID id,
            @NotNull @Valid CaseRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int version = Versions.required(ifMatch);
        return actors.current()
                .chain(actor -> actors.person().chain(p -> cases.find(database.reading(), actor, id)
                        .map(found -> request.row(p.courtCode(), found.row().number(), clock.today()))
                        .chain(row -> editCase.edit(actor, id, version, row, request.contacts()))
                        .chain(() -> page.of(actor, id, Messages.locale(language)))))
                .map(CaseResource::tagged);
    }

    static RestResponse<CaseDetail> tagged(CaseDetail detail) {
        return RestResponse.ResponseBuilder.ok(detail)
                .header(HttpHeaders.ETAG, Versions.etag(detail.version()))
                .build();
    }
}
