package org.zhixing.audit.web;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Looks;
import org.zhixing.audit.Sentences;
import org.zhixing.audit.rules.AuditRow;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The audit trail of the caller's court, for those who watch over it. */
@Path("/api/v1/audit")
@Tag(name = "audit")
public class AuditResource {
    private final Actors actors;
    private final AuditRows rows;
    private final AuditExport export;
    private final Looks looks;
    private final Sentences sentences;
    private final Database database;

    AuditResource(
            Actors actors, AuditRows rows, AuditExport export, Looks looks, Sentences sentences, Database database) {
        this.actors = actors;
        this.rows = rows;
        this.export = export;
        this.looks = looks;
        this.sentences = sentences;
        this.database = database;
    }

    /** One row of the trail; a block seals it within seconds. */
    @Schema(name = "AuditEntry")
    public record AuditEntry(
            long seq,
            Instant at,
            @Nullable UUID actorId,
            String actor,
            @Schema(examples = "case.filed") String action,

            @Schema(description = "The sentence, in the caller's language")
            String text,

            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable UUID subjectId,

            @Schema(description = "What happened, as JSON text: the very characters that are sealed")
            String detail,

            @Nullable String requestId,

            @Schema(
                    description =
                            "Where the request came from; null of scheduled work and of rows from before it was kept")
            @Nullable
            String address,

            @Schema(description = "Of rows before the first block only: the hash of the row before") @Nullable
            String prevHash,

            @Schema(description = "Of rows before the first block only") @Nullable
            String hash) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(operationId = "listAudit", summary = "The court's audit trail, newest first")
    public Uni<Page<AuditEntry>> list(
            @BeanParam AuditQuery query,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        int size = Page.limit(limit);
        long before = before(Cursor.parse(cursor));
        AuditRows.Filter filter = query.filter();
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> rows.search(database.reading(), actor.courtId(), filter, before, size + 1))
                .map(all -> Page.of(
                                all, size, found -> Cursor.of("seq", found.row().seq()))
                        .map(found -> entry(found, locale)));
    }

    @GET
    @Path("export")
    @Produces({"text/csv", AuditExport.XLSX})
    @RolesAllowed({Roles.AUDITOR, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(
            operationId = "exportAudit",
            summary = "The trail as a file: same filters and order, every page",
            description = "format=csv (UTF-8 with BOM, streamed) or xlsx. No cell can be taken for a formula.")
    public Uni<Response> export(
            @BeanParam AuditQuery query,
            @RestQuery @Nullable String format,
            @Context UriInfo uri,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean xlsx = "xlsx".equals(format);
        if (format != null && !xlsx && !format.equals("csv")) {
            throw Refusal.field("format", format, "field.unknown");
        }
        AuditRows.Filter filter = query.filter();
        Locale locale = Messages.locale(language);
        return actors.current()
                .chain(actor -> export.response(
                        new AuditExport.Asked(actor.courtId(), filter, locale),
                        xlsx,
                        looks.takes(actor, "audit.exported", uri)));
    }

    private AuditEntry entry(AuditRows.Found found, Locale locale) {
        AuditRow row = found.row();
        Map<String, Object> detail = sentences.detail(row.detail());
        return new AuditEntry(
                row.seq(),
                row.at(),
                row.actorId(),
                row.actorName(),
                row.action(),
                sentences.of(row.action(), detail, locale),
                row.caseId(),
                found.caseNumber(),
                row.subjectId(),
                row.detail(),
                row.requestId(),
                (String) detail.get(Audit.FROM),
                row.prevHash(),
                row.hash());
    }

    private static long before(@Nullable Cursor cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }
}
