package org.zhixing.measure.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.cases.Cases;
import org.zhixing.cases.rules.EnforcementCase;
import org.zhixing.cases.rules.NamedParty;
import org.zhixing.cases.rules.PartyRole;
import org.zhixing.measure.Checks;
import org.zhixing.measure.rules.FourChecks;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Cursor;
import org.zhixing.platform.Database;
import org.zhixing.platform.Page;
import org.zhixing.triage.Triage;

/** Cases whose four checks (四查) say otherwise than they were sorted by, for the triage desk, which decides (二(六)). */
@Path("/api/v1/four-check-hints")
@Tag(name = "assets")
public class FourCheckHintResource {
    /** Cases looked at for one page. */
    private static final int LOOK = 500;

    private final Actors actors;
    private final Cases cases;
    private final Checks checks;
    private final Triage triage;
    private final Database database;
    private final CourtClock clock;

    FourCheckHintResource(
            Actors actors, Cases cases, Checks checks, Triage triage, Database database, CourtClock clock) {
        this.actors = actors;
        this.cases = cases;
        this.checks = checks;
        this.triage = triage;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.TRIAGE, Roles.PRESIDENT, Roles.DIRECTOR, Roles.AUDITOR})
    @Operation(
            operationId = "listFourCheckHints",
            summary = "Open cases whose four checks say otherwise than the fact they were sorted by",
            description = "A page may have fewer cases than asked for, or none, and yet a next one: looking ends after"
                    + " that many cases. What the desk has decided by hand since the last result is left out.")
    public Uni<Page<FourChecksView.OfCase>> hints(
            @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return actors.current().chain(actor -> checks.candidates(
                        database.reading(), actor.courtId(), after == null ? null : after.uuid(), LOOK + 1)
                .chain(ids -> page(actor.courtId(), Page.of(ids, LOOK, id -> Cursor.of("", id)), size)));
    }

    private Uni<Page<FourChecksView.OfCase>> page(int courtId, Page<UUID> looked, int size) {
        return cases.byIds(database.reading(), courtId, looked.items())
                .map(byId -> looked.items().stream()
                        .map(id -> Objects.requireNonNull(byId.get(id)))
                        .toList())
                .chain(found -> triage.table(database.reading(), courtId)
                        .chain(table -> checks.of(database.reading(), courtId, found, clock.today())
                                .map(all -> hinted(found, all, table))))
                .map(hints -> hints.size() <= size
                        ? new Page<>(hints, looked.next())
                        : Page.of(hints, size, hint -> Cursor.of("", hint.caseId())));
    }

    private static List<FourChecksView.OfCase> hinted(
            List<EnforcementCase> found, Map<UUID, FourChecks> all, Triage.Table table) {
        return found.stream()
                .map(c -> new FourChecksView.OfCase(
                        c.id(),
                        c.row().number().text(),
                        c.row().filedOn(),
                        c.row().parties().stream()
                                .filter(p -> p.role() == PartyRole.RESPONDENT)
                                .map(NamedParty::name)
                                .toList(),
                        FourChecksView.from(of(all, c), c, table)))
                .filter(hint -> moves(hint.fourChecks()))
                .toList();
    }

    /** What would not change the team is nobody's to decide. */
    private static boolean moves(FourChecksView view) {
        FourChecksView.Hint hint = view.hint();
        return hint != null && hint.team() != hint.now();
    }

    private static FourChecks of(Map<UUID, FourChecks> all, EnforcementCase c) {
        return Objects.requireNonNull(all.get(c.id()));
    }
}
