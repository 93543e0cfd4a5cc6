package org.zhixing.signing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.platform.Publication;
import org.zhixing.platform.Versioned;
import org.zhixing.signing.rules.SigningPolicy;
import org.zhixing.signing.store.SigningPolicyRows;

/** Who signs what: the court's own policy, in versions (clause 一(五)). */
@ApplicationScoped
public class SigningPolicies {
    /** What a court begins with. */
    public static final String FIRST = SigningPolicyRows.FIRST;

    private final SigningPolicyRows rows;

    SigningPolicies(SigningPolicyRows rows) {
        this.rows = rows;
    }

    /** Gives this policy to every court that has none. */
    public Uni<Integer> adopt(SqlConnection tx, LocalDate effectiveFrom, SigningPolicy first) {
        return rows.adopt(tx, effectiveFrom, first);
    }

    /** The version in force on that court date. */
    public Uni<Versioned<SigningPolicy>> inForce(SqlClient client, int courtId, LocalDate on) {
        return book(client, courtId).map(book -> book.inForce(on));
    }

    /** Every version: what was fixed under one goes on under it. */
    public Uni<SigningBook> book(SqlClient client, int courtId) {
        return versions(client, courtId).map(SigningBook::new);
    }

    /** All versions, the oldest first. */
    public Uni<List<Versioned<SigningPolicy>>> versions(SqlClient client, int courtId) {
        return rows.versions(client, courtId);
    }

    /** All versions with who published them and why, the oldest first. */
    public Uni<List<Publication>> published(SqlClient client, int courtId) {
        return rows.published(client, courtId);
    }

    public Uni<Integer> publish(SqlConnection tx, int courtId, Publication version) {
        return rows.insert(tx, courtId, version);
    }

    /** A document as it is kept, with the first version's rules for kinds that it is older than. */
    public SigningPolicy read(String document) {
        return rows.read(document);
    }
}
