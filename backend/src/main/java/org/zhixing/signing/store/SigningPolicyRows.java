package org.zhixing.signing.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
import org.zhixing.platform.Versioned;
import org.zhixing.signing.rules.SigningPolicy;

/** Versions of the signing rules; none of them ever changes. */
@RegisterForReflection(
        targets = {SigningPolicy.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class SigningPolicyRows {
    public static final String FIRST = "policy/signing-1.json";

    private static final Publications PUBLISHED = new Publications("signing_policy");

    private final Json json;
    private final SigningPolicy first;

    SigningPolicyRows(Json json) {
        this.json = json;
        this.first = json.read(Json.resource(FIRST), SigningPolicy.class);
    }

    public SigningPolicy read(String document) {
        return json.read(document, SigningPolicy.class).completedBy(first);
    }

    public Uni<List<Versioned<SigningPolicy>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, this::read);
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, SigningPolicy document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }
}
