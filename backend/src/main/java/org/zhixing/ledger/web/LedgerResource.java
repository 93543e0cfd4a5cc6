package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.ledger.Verification;
import org.zhixing.ledger.store.CheckRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.platform.Messages;

/** The court's books as a whole. */
@Path("/api/v1/ledger")
@Tag(name = "ledger")
public class LedgerResource {
    private static final int NIGHTS = 31;

    private final Actors actors;
    private final Verification verification;
    private final CheckRows checks;
    private final Database database;
    private final CourtClock clock;
    private final Messages messages;

    LedgerResource(
            Actors actors,
            Verification verification,
            CheckRows checks,
            Database database,
            CourtClock clock,
            Messages messages) {
        this.actors = actors;
        this.verification = verification;
        this.checks = checks;
        this.database = database;
        this.clock = clock;
        this.messages = messages;
    }

    @GET
    @Path("verify")
    @RolesAllowed({Roles.FUNDS, Roles.DIRECTOR, Roles.PRESIDENT, Roles.AUDITOR})
    @Operation(
            operationId = "verifyLedger",
            summary = "Prove the books from their entries, now",
            description = "Balances, transactions, receipts, orders and statement lines, all as of one moment. Every"
                    + " finding is an error of the books: none is ever expected.")
    public Uni<VerificationView> verify(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Locale locale = Messages.locale(language);
        Instant began = clock.now();
        return actors.current()
                .chain(actor -> verification.verify(actor.courtId()).chain(report -> checks.newest(
                                database.reading(), actor.courtId(), NIGHTS)
                        .map(nightly -> VerificationView.from(
                                report,
                                nightly,
                                began,
                                Duration.between(began, clock.now()).toMillis(),
                                messages,
                                locale))));
    }
}
