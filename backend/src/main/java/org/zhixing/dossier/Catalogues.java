package org.zhixing.dossier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.dossier.rules.Catalogue;
import org.zhixing.dossier.store.CatalogueRows;
import org.zhixing.platform.CourtClock;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Versioned;

/** What a court's volumes are divided into, and what each way of closing wants of them: a policy in versions. */
@ApplicationScoped
public class Catalogues {
    private final CatalogueRows rows;
    private final CourtClock clock;

    Catalogues(CatalogueRows rows, CourtClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Gives this policy to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, Catalogue first) {
        return rows.adopt(tx, effectiveFrom, first);
    }

    /**
     * The version in force today. A volume is judged by today's, whenever its case was filed: what is wanted is wanted
     * of what closes from now on.
     */
    public Uni<Versioned<Catalogue>> today(SqlClient client, int courtId) {
        return versions(client, courtId).map(all -> Versioned.inForce(all, clock.today()));
    }

    /** All versions, the oldest first. */
    public Uni<List<Versioned<Catalogue>>> versions(SqlClient client, int courtId) {
        return rows.versions(client, courtId);
    }

    /** All versions with who published them and why, the oldest first. */
    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return rows.published(client, courtId);
    }

    public Uni<Integer> publish(SqlConnection tx, int courtId, Publication version) {
        return rows.insert(tx, courtId, version);
    }
}
