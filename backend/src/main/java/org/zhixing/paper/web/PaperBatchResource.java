package org.zhixing.paper.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.MakePapers;
import org.zhixing.flow.PackPapers;
import org.zhixing.paper.PaperBatches;
import org.zhixing.paper.rules.Batch;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.platform.Refusal;

/** The same paper for many cases; whoever asks may leave and finds it again. */
@Path("/api/v1/paper-batches")
@Tag(name = "papers")
@RolesAllowed({
    Roles.JUDGE,
    Roles.EXECUTOR,
    Roles.JUDGE_ASSISTANT,
    Roles.CLERK,
    Roles.NODE_CONTROL,
    Roles.FUNDS,
    Roles.RESTRICTION
})
public class PaperBatchResource {
    private static final int SHOWN = 20;

    private final Actors actors;
    private final MakePapers making;
    private final PaperBatches batches;
    private final PackPapers packing;
    private final Database database;

    PaperBatchResource(Actors actors, MakePapers making, PaperBatches batches, PackPapers packing, Database database) {
        this.actors = actors;
        this.making = making;
        this.batches = batches;
        this.packing = packing;
        this.database = database;
    }

    /** How far a batch has come. */
    @Schema(name = "PaperBatch")
    public record BatchView(
            UUID id, String kind, Instant madeAt, @Nullable Instant endedAt, int total, int done, int refused) {
        static BatchView from(Batch b) {
            return new BatchView(b.id(), b.kind(), b.madeAt(), b.endedAt(), b.total(), b.done(), b.refused());
        }
    }

    /** A case of a batch. */
    @Schema(name = "PaperBatchCase")
    public record LineView(
            int position,
            UUID caseId,
            @Nullable String caseNumber,
            Batch.State state,
            @Nullable UUID paperId,

            @Schema(description = "The code of why there is no paper", examples = "case-closed") @Nullable
            String refusal) {
        static LineView from(Batch.Line line) {
            // The number of a case that was out of sight stays out of it.
            boolean hidden = "not-found".equals(line.refusal()) || line.state() == Batch.State.WAITING;
            return new LineView(
                    line.position(),
                    line.caseId(),
                    hidden ? null : line.caseNumber(),
                    line.state(),
                    line.paperId(),
                    line.refusal());
        }
    }

    @POST
    @Operation(operationId = "makePapers", summary = "Drafts, numbers and fixes a paper of that kind for each case")
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchView.class)))
    public Uni<RestResponse<BatchView>> make(
            @NotNull @Valid PaperRequests.NewBatch request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return actors.current().chain(actor -> making.make(actor, request.wish(), key)
                .chain(id -> batches.find(database.reading(), actor, id))
                .map(BatchView::from)
                .map(view -> RestResponse.ResponseBuilder.<BatchView>created(
                                URI.create("/api/v1/paper-batches/" + view.id()))
                        .entity(view)
                        .build()));
    }

    @GET
    @Operation(operationId = "listPaperBatches", summary = "The caller's last batches")
    public Uni<List<BatchView>> list() {
        return actors.current().chain(actor -> batches.own(database.reading(), actor, SHOWN)
                .map(all -> all.stream().map(BatchView::from).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPaperBatch", summary = "How far one of the caller's batches has come")
    public Uni<BatchView> get(@RestPath UUID id) {
        return actors.current()
                .chain(actor -> batches.find(database.reading(), actor, id))
                .map(BatchView::from);
    }

    @GET
    @Path("{id}/cases")
    @Operation(
            operationId = "listPaperBatchCases",
            summary = "Its cases in their order, with the paper or why there is none")
    public Uni<Page<LineView>> cases(
            @RestPath UUID id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int most = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        int position = after == null ? 0 : position(after);
        return actors.current().chain(actor -> batches.find(database.reading(), actor, id)
                .chain(batch -> batches.lines(database.reading(), id, position, most + 1))
                .map(rows -> Page.of(rows, most, line -> Cursor.of("", line.position()))
                        .map(LineView::from)));
    }

    @GET
    @Path("{id}/zip")
    @Produces("application/zip")
    @Operation(operationId = "takePaperBatch", summary = "All papers of the batch that are fixed, as one ZIP of PDFs")
    @APIResponse(
            responseCode = "200",
            description = "One PDF a case, in the batch's order",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "Not there, or somebody else's")
    public Multi<byte[]> zip(@RestPath UUID id) {
        return RestMulti.fromUniResponse(
                actors.current().chain(actor -> packing.take(actor, id)),
                packing::zip,
                all -> Map.of("Content-Disposition", List.of("attachment; filename=\"papers.zip\"")));
    }

    private static int position(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.id());
        } catch (NumberFormatException malformed) {
            throw Refusal.field("cursor", cursor.id(), "field.cursor");
        }
    }
}
