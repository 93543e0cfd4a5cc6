package org.zhixing.dossier.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.platform.Json;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Publications;
import org.zhixing.platform.Versioned;

/** Versions of the policy of volumes; none of them ever changes. */
@RegisterForReflection(
        targets = {Catalogue.class},
        registerFullHierarchy = true)
@ApplicationScoped
public class CatalogueRows {
    private static final Publications PUBLISHED = new Publications("dossier_policy");

    private final Json json;

    CatalogueRows(Json json) {
        this.json = json;
    }

    public Uni<List<Versioned<Catalogue>>> versions(SqlClient client, int courtId) {
        return PUBLISHED.versions(client, courtId, document -> json.read(document, Catalogue.class));
    }

    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return PUBLISHED.list(client, courtId);
    }

    public Uni<Integer> insert(SqlConnection tx, int courtId, Publication version) {
        return PUBLISHED.insert(tx, courtId, version);
    }

    /** The first version of every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, Catalogue document) {
        return PUBLISHED.adopt(tx, effectiveFrom, json.text(document));
    }
}
