package org.zhixing.audit.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.store.AuditRows;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The audit trail of the caller's court, for those who watch over it. */
@Path("/api/v1/audit")
@Tag(name = "audit")
public class AuditResource {
    private final Actors actors;
    private final AuditRows rows;
    private final Database database;

    AuditResource(Actors actors, AuditRows rows, Database database) {
        this.actors = actors;
        this.rows = rows;
        this.database = database;
    }

    /** One link of the chain: its hash covers the previous one and everything the row says. */
    @Schema(name = "AuditEntry")
    public record AuditEntry(
            long seq,
            Instant at,
            @Nullable UUID actorId,
            String actor,
            @Schema(examples = "case.filed") String action,
            @Nullable UUID caseId,
            @Nullable UUID subjectId,

            @Schema(description = "What happened, as JSON text: the very bytes the hash covers")
            String detail,

            @Nullable String requestId,
            String prevHash,
            String hash) {
        static AuditEntry from(AuditRows.Link link) {
            return new AuditEntry(
                    link.seq(),
                    link.at(),
                    link.actorId(),
                    link.actorName(),
                    link.action(),
                    link.caseId(),
                    link.subjectId(),
                    link.detail(),
                    link.requestId(),
                    link.prevHash(),
                    link.hash());
        }
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(operationId = "listAudit", summary = "The court's audit trail, newest first")
    public Uni<Page<AuditEntry>> list(
            @RestQuery @Nullable UUID caseId, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        long before = before(Cursor.parse(cursor));
        return actors.current()
                .chain(actor -> caseId == null
                        ? rows.ofCourt(database.reading(), actor.courtId(), before, size + 1)
                        : rows.ofCase(database.reading(), actor.courtId(), caseId, before, size + 1))
                .map(all ->
                        Page.of(all, size, link -> Cursor.of("seq", link.seq())).map(AuditEntry::from));
    }

    private static long before(@Nullable Cursor cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.id());
        } catch (NumberFormatException forged) {
            throw Refusal.field("cursor", null, "field.cursor");
        }
    }
}
