package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Sentences;
import org.zhixing.cases.Cases;
import org.zhixing.clock.NodeView;
import org.zhixing.clock.NodeViews;
import org.zhixing.clock.Nodes;
import org.zhixing.ledger.AccountView;
import org.zhixing.ledger.Accounts;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** Parts of a case: its timeline, its nodes, its account. */
@Path("/api/v1/cases/{id}")
@Tag(name = "cases")
@RolesAllowed({
    Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
    Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
    Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR, Roles.CASES_READ
})
public class CasePartsResource {
    private final Actors actors;
    private final Cases cases;
    private final Audit audit;
    private final Nodes nodes;
    private final NodeViews nodeViews;
    private final Accounts accounts;
    private final Database database;
    private final Sentences sentences;

    CasePartsResource(
            Actors actors,
            Cases cases,
            Audit audit,
            Nodes nodes,
            NodeViews nodeViews,
            Accounts accounts,
            Database database,
            Sentences sentences) {
        this.actors = actors;
        this.cases = cases;
        this.audit = audit;
        this.nodes = nodes;
        this.nodeViews = nodeViews;
        this.accounts = accounts;
        this.database = database;
        this.sentences = sentences;
    }

    /** One thing that happened to a case. */
    @Schema(name = "TimelineEntry")
    public record TimelineEntry(
            long id,
            Instant at,
            @Schema(examples = "张某") String actor,
            @Schema(examples = "case.filed") String action,

            @Schema(description = "The sentence, in the caller's language")
            String text,

            Map<String, Object> detail) {}

    @GET
    @Path("timeline")
    @Operation(operationId = "getTimeline", summary = "Everything that happened to the case, newest first")
    public Uni<Page<TimelineEntry>> timeline(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int size = Page.limit(limit);
        long before = before(Cursor.parse(cursor));
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> cases.find(database.reading(), actor, id)
                        .chain(found -> audit.ofCase(database.reading(), actor.courtId(), id, before, size + 1)))
                .map(all -> Page.of(all, size, h -> Cursor.of("seq", h.seq())).map(h -> entry(h, locale)));
    }

    @GET
    @Path("nodes")
    @Operation(operationId = "getCaseNodes", summary = "The case's nodes, by due date")
    public Uni<List<NodeView>> nodes(
            @RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> nodes.ofCase(database.reading(), actor.courtId(), id))
                .chain(all -> nodeViews.of(actor, all, Messages.locale(language))));
    }

    @GET
    @Path("account")
    @Operation(operationId = "getCaseAccount", summary = "The case's account: its balance, and where its money is")
    public Uni<AccountView> account(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> cases.find(database.reading(), actor, id)
                        .chain(found -> accounts.ofCase(database.reading(), actor.courtId(), id)))
                .map(found -> found.map(AccountView::from).orElseThrow(Refusal::notFound));
    }

    private TimelineEntry entry(Audit.Happened h, Locale locale) {
        Map<String, Object> detail = sentences.detail(h.detail());
        // Where a colleague sits is for those who watch over the trail.
        detail.remove(Audit.FROM);
        return new TimelineEntry(
                h.seq(), h.at(), h.actorName(), h.action(), sentences.of(h.action(), detail, locale), detail);
    }

    private static long before(@Nullable Cursor cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }
}
