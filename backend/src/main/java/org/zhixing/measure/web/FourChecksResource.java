package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.cases.Cases;
import org.zhixing.measure.Checks;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Database;
import org.zhixing.triage.Triage;

/** What the four checks (四查) of a case come to (一(一)4). */
@Path("/api/v1/cases/{id}/four-checks")
@Tag(name = "assets")
public class FourChecksResource {
    private final Actors actors;
    private final Cases cases;
    private final Checks checks;
    private final Triage triage;
    private final Database database;
    private final CourtClock clock;

    FourChecksResource(Actors actors, Cases cases, Checks checks, Triage triage, Database database, CourtClock clock) {
        this.actors = actors;
        this.cases = cases;
        this.checks = checks;
        this.triage = triage;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.PRESIDENT, Roles.DIRECTOR, Roles.TEAM_LEADER, Roles.JUDGE, Roles.EXECUTOR, Roles.JUDGE_ASSISTANT,
        Roles.CLERK, Roles.POLICE, Roles.TRIAGE, Roles.NODE_CONTROL, Roles.FUNDS, Roles.RESTRICTION,
        Roles.FINAL_REVIEW, Roles.QUALITY, Roles.ARCHIVE, Roles.AUDITOR
    })
    @Operation(operationId = "getFourChecks", summary = "What the four checks found of the case, against its claim")
    public Uni<FourChecksView> ofCase(@RestPath UUID id) {
        return actors.current().chain(actor -> cases.find(database.reading(), actor, id)
                .chain(found -> triage.table(database.reading(), actor.courtId())
                        .chain(table -> checks.of(database.reading(), actor.courtId(), List.of(found), clock.today())
                                .map(all -> FourChecksView.from(Objects.requireNonNull(all.get(id)), found, table)))));
    }
}
