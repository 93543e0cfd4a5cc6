package org.zhixing.flow;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.zhixing.clock.Nodes;
import org.zhixing.clock.rules.CalendarCsv;
import org.zhixing.clock.rules.CalendarYear;
import org.zhixing.clock.rules.NodePolicyDocument;
import org.zhixing.dossier.Catalogues;
import org.zhixing.dossier.UploadPolicies;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.ledger.FundsPolicies;
import org.zhixing.ledger.rules.FundsPolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.signing.SigningPolicies;
import org.zhixing.signing.rules.SigningPolicy;
import org.zhixing.triage.Triage;
import org.zhixing.triage.rules.TriageDocument;

/**
 * Gives every court that has none the project's default policies and calendars, at start. What a court has already is
 * left as it is: from then on policy is the court's own data.
 */
@ApplicationScoped
public class OpenPolicies {
    static final int FIRST_CALENDAR = 2021;
    static final int LAST_CALENDAR = 2026;

    /** In force from the day the regulation's year began; earlier filings are dated by it as the first version. */
    private static final LocalDate EFFECTIVE_FROM = LocalDate.of(2022, 1, 1);

    /** As long as migrating waits for a database that restarts while this instance starts. */
    private static final Duration AWAY_AT_MOST = Duration.ofMinutes(1);

    private final Database database;
    private final Json json;
    private final Triage triage;
    private final Nodes nodes;
    private final FundsPolicies funds;
    private final Catalogues catalogues;
    private final SigningPolicies signing;
    private final UploadPolicies uploads;

    OpenPolicies(
            Database database,
            Json json,
            Triage triage,
            Nodes nodes,
            FundsPolicies funds,
            Catalogues catalogues,
            SigningPolicies signing,
            UploadPolicies uploads) {
        this.database = database;
        this.json = json;
        this.triage = triage;
        this.nodes = nodes;
        this.funds = funds;
        this.catalogues = catalogues;
        this.signing = signing;
        this.uploads = uploads;
    }

    void open(@Observes @Priority(100) StartupEvent started) {
        // Read through the rules first: a document they would refuse must stop the start, not the first case.
        TriageDocument teams = json.read(Json.resource("policy/triage-1.json"), TriageDocument.class);
        NodePolicyDocument duties = json.read(Json.resource("policy/nodes-1.json"), NodePolicyDocument.class);
        FundsPolicy sums = json.read(Json.resource("policy/funds-1.json"), FundsPolicy.class);
        Catalogue volumes = json.read(Json.resource("policy/dossier-1.json"), Catalogue.class);
        SigningPolicy signers = json.read(Json.resource(SigningPolicies.FIRST), SigningPolicy.class);
        UploadPolicy files = json.read(Json.resource("policy/uploads-1.json"), UploadPolicy.class);
        List<CalendarYear> years = IntStream.rangeClosed(FIRST_CALENDAR, LAST_CALENDAR)
                .mapToObj(year -> CalendarCsv.read(year, Json.resource("calendar/" + year + ".csv")))
                .toList();
        database.inTransaction(tx -> triage.adopt(tx, EFFECTIVE_FROM, teams)
                        .chain(() -> nodes.adopt(tx, EFFECTIVE_FROM, duties, years))
                        .chain(() -> funds.adopt(tx, EFFECTIVE_FROM, sums))
                        .chain(() -> catalogues.adopt(tx, EFFECTIVE_FROM, volumes))
                        .chain(() -> signing.adopt(tx, EFFECTIVE_FROM, signers))
                        .chain(() -> uploads.adopt(tx, EFFECTIVE_FROM, files)))
                .onFailure(Database::away)
                .retry()
                .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(2))
                .expireIn(AWAY_AT_MOST.toMillis())
                .await()
                .atMost(AWAY_AT_MOST.plus(Duration.ofSeconds(30)));
    }
}
