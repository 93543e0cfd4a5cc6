package org.zhixing.ledger.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.ledger.rules.FundsPolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
import org.zhixing.platform.Versioned;

/** Versions of the policy of funds; none of them ever changes. */
@RegisterForReflection(
        targets = {FundsPolicy.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class FundsPolicyRows {
    private static final Publications PUBLISHED = new Publications("funds_policy");

    private final Json json;

    FundsPolicyRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<FundsPolicy>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, document -> json.read(document, FundsPolicy.class));
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public FundsPolicy read(Publication version) {
        return json.read(version.document(), FundsPolicy.class);
    }

    public String text(FundsPolicy policy) {
        return json.text(policy);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** Held by whoever publishes, until the transaction ends. */
    public Uni<Integer> lock(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7012, $1)", courtId);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, FundsPolicy document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }
}
