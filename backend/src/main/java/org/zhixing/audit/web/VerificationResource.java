package org.zhixing.audit.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.audit.TrailVerification;
import org.zhixing.audit.rules.TrailFinding;
import org.zhixing.audit.rules.TrailReport;
import org.zhixing.platform.Messages;
import org.zhixing.platform.Refusal;

/** Proves the trail of the caller's court from its blocks. */
@Path("/api/v1/audit/verification")
@Tag(name = "audit")
public class VerificationResource {
    private final Actors actors;
    private final TrailVerification verification;
    private final Messages messages;

    VerificationResource(Actors actors, TrailVerification verification, Messages messages) {
        this.actors = actors;
        this.verification = verification;
        this.messages = messages;
    }

    /** One step of a check. */
    @Schema(name = "AuditVerification")
    public record VerificationStep(
            @Schema(description = "First block of the range")
            long first,

            @Schema(description = "Last block of the range; below the first where none is in it")
            long last,

            @Schema(description = "Last block of this step") long through,

            @Schema(description = "Blocks of this step") int blocks,

            @Schema(description = "Rows of this step") long rows,

            @Schema(description = "Blocks of this step that nobody signed")
            long unsigned,

            @Schema(description = "Hash of this step's last block") @Nullable
            String head,

            @Schema(description = "What to send as block for the next step; null at the end") @Nullable
            Long next,

            List<FindingView> findings) {
        static VerificationStep from(TrailReport report, Messages messages, Locale locale) {
            return new VerificationStep(
                    report.first(),
                    report.last(),
                    report.through(),
                    report.blocks(),
                    report.rows(),
                    report.unsigned(),
                    report.head(),
                    report.next(),
                    report.findings().stream()
                            .map(found -> FindingView.from(found, messages, locale))
                            .toList());
        }
    }

    /** Something that is not as it was sealed. */
    @Schema(name = "AuditFinding")
    public record FindingView(
            TrailFinding.Kind kind,

            @Schema(description = "What that means, in the caller's language")
            String text,

            @Nullable Long block,
            @Nullable Long seq,
            @Nullable Instant at,
            @Nullable UUID caseId,
            @Nullable String action,
            @Nullable String actor) {
        static FindingView from(TrailFinding found, Messages messages, Locale locale) {
            return new FindingView(
                    found.kind(),
                    messages.text("messages/books", "TrailFinding." + found.kind(), locale),
                    found.block(),
                    found.seq(),
                    found.at(),
                    found.caseId(),
                    found.action(),
                    found.actor());
        }
    }

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.PRESIDENT, Roles.DIRECTOR})
    @Operation(
            operationId = "verifyAudit",
            summary = "Find rows and blocks that were changed, removed or inserted past the application",
            description = "A step at a time: send what next says as block until it is null. Days are those of sealing.")
    public Uni<VerificationStep> verify(
            @RestQuery @Nullable LocalDate from,
            @RestQuery @Parameter(description = "Inclusive") @Nullable LocalDate to,
            @RestQuery @Parameter(description = "Block to begin this step with") @Nullable Long block,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        if (block != null && block < 1) {
            throw Refusal.field("block", block, "field.range", 1, Long.MAX_VALUE);
        }
        TrailVerification.Range range = new TrailVerification.Range(AuditQuery.begin(from), AuditQuery.end(from, to));
        return actors.current()
                .chain(actor -> verification.step(actor.courtId(), range, block))
                .map(report -> VerificationStep.from(report, messages, Messages.locale(language)));
    }
}
