package org.zhixing.dossier.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.dossier.rules.UploadPolicy;
import org.zhixing.platform.Database;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
import org.zhixing.platform.Versioned;

/** Versions of the policy of uploads; none of them ever changes. */
@RegisterForReflection(
        targets = {UploadPolicy.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class UploadPolicyRows {
    private static final Publications PUBLISHED = new Publications("upload_policy");

    private final Json json;

    UploadPolicyRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<UploadPolicy>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, document -> json.read(document, UploadPolicy.class));
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public UploadPolicy read(Publication version) {
        return json.read(version.document(), UploadPolicy.class);
    }

    public String text(UploadPolicy policy) {
        return json.text(policy);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** Held by whoever publishes, until the transaction ends. */
    public Uni<Integer> lock(SqlConnection tx, int courtId) {
        return Database.execute(tx, "select pg_advisory_xact_lock(7022, $1)", courtId);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, UploadPolicy document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }
}
