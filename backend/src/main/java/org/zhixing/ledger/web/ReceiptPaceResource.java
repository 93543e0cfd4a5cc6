package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.ledger.rules.Pace;
import org.zhixing.ledger.store.PaceRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;

/** How fast money that arrives is ordered to be paid, beside what courts need that do it well. */
@Path("/api/v1/receipts/pace")
@Tag(name = "receipts")
@RolesAllowed({Roles.FUNDS, Roles.DIRECTOR, Roles.PRESIDENT, Roles.AUDITOR})
public class ReceiptPaceResource {
    private final Actors actors;
    private final PaceRows rows;
    private final Database database;
    private final CourtClock clock;

    ReceiptPaceResource(Actors actors, PaceRows rows, Database database, CourtClock clock) {
        this.actors = actors;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** From the arrival of money to its first order. */
    @Schema(name = "ReceiptPace")
    public record PaceView(
            @Schema(description = "The first day whose orders are counted")
            LocalDate since,

            @Schema(description = "Receipts first ordered of since")
            int receipts,

            @Schema(description = "Median from arrival to order; null where nothing was ordered", examples = "840")
            @Nullable
            Long medianSeconds,

            @Schema(description = "Receipts that took no longer than the benchmark")
            int within,

            @Schema(examples = "900") long benchmarkSeconds) {
        static PaceView from(Pace pace) {
            return new PaceView(
                    pace.since(), pace.receipts(), pace.medianSeconds(), pace.within(), Pace.BENCHMARK.toSeconds());
        }
    }

    @GET
    @Operation(
            operationId = "getReceiptPace",
            summary = "How long it took from the arrival of money to the order to pay, in the last thirty days")
    public Uni<PaceView> pace() {
        return actors.current()
                .chain(actor -> rows.pace(
                        database.reading(), actor.courtId(), clock.today().minusDays(Pace.DAYS - 1L)))
                .map(PaceView::from);
    }
}
