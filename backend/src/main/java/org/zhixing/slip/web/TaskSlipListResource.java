package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.Looks;
import org.zhixing.platform.Asked;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.ListExport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.slip.TaskSlips;
import org.zhixing.slip.rules.SlipKind;
import org.zhixing.slip.rules.TaskSlipCount;
import org.zhixing.slip.store.TaskSlipFilter;

/** Lists of task slips within sight, on screen and as files. */
@Path("/api/v1/task-slips")
@Tag(name = "task-slips")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
})
public class TaskSlipListResource {
    private final Actors actors;
    private final TaskSlips slips;
    private final TaskSlipViews views;
    private final TaskSlipCells cells;
    private final ListExport export;
    private final Looks looks;
    private final Database database;
    private final CourtClock clock;

    TaskSlipListResource(
            Actors actors,
            TaskSlips slips,
            TaskSlipViews views,
            TaskSlipCells cells,
            ListExport export,
            Looks looks,
            Database database,
            CourtClock clock) {
        this.actors = actors;
        this.slips = slips;
        this.views = views;
        this.cells = cells;
        this.export = export;
        this.looks = looks;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listTaskSlips",
            summary = "Task slips within sight, the highest number or shortest due first")
    public Uni<Page<TaskSlipView>> list(
            @BeanParam TaskSlipQuery query,
            @RestQuery
                    @Parameter(
                            description = "NUMBER if absent",
                            schema = @Schema(implementation = TaskSlipFilter.Sort.class))
                    @Nullable
                    String sort,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        TaskSlipFilter.Sort order = order(sort);
        return actors.current()
                .chain(actor -> slips.list(database.reading(), query.filter(actor, clock.today()), order, after, size)
                        .chain(page -> views.of(actor, page.items(), Messages.locale(language))
                                .map(items -> new Page<>(items, page.next()))));
    }

    @GET
    @Path("counts")
    @Operation(operationId = "countTaskSlips", summary = "How many slips of the same filter stand where, and are late")
    public Uni<List<TaskSlipCount>> counts(@BeanParam TaskSlipQuery query) {
        return actors.current().chain(actor -> slips.counts(database.reading(), query.filter(actor, clock.today())));
    }

    @GET
    @Path("export")
    @Produces({"text/csv", ListExport.XLSX})
    @Operation(
            operationId = "exportTaskSlips",
            summary = "The task slips as a file: same filters and order, every page",
            description = "format=csv (UTF-8 with BOM) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @BeanParam TaskSlipQuery query,
            @RestQuery
                    @Parameter(
                            description = "NUMBER if absent",
                            schema = @Schema(implementation = TaskSlipFilter.Sort.class))
                    @Nullable
                    String sort,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        boolean xlsx = ListExport.xlsx(format);
        TaskSlipFilter.Sort order = order(sort);
        Locale locale = Messages.locale(language);
        return actors.current().chain(actor -> {
            TaskSlipFilter filter = query.filter(actor, clock.today());
            return export.response(
                    cells.table(after -> slips.list(database.reading(), filter, order, after, Page.MAX_LIMIT)
                            .chain(page -> views.of(actor, page.items(), locale)
                                    .map(items ->
                                            new Page<>(items, page.next()).map(slip -> cells.row(slip, locale))))),
                    xlsx,
                    locale,
                    looks.takes(actor, "task-slip.exported", uri));
        });
    }

    private static TaskSlipFilter.Sort order(@Nullable String text) {
        TaskSlipFilter.Sort asked = Asked.choice(TaskSlipFilter.Sort.class, "sort", text);
        return asked == null ? TaskSlipFilter.Sort.NUMBER : asked;
    }

    @GET
    @Path("kinds")
    @Operation(operationId = "listTaskSlipKinds", summary = "What may be asked for, and what filing opens by itself")
    public Uni<List<SlipKind>> kinds() {
        return slips.kinds(database.reading());
    }
}
