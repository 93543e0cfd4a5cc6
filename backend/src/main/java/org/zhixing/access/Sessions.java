package org.zhixing.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhixing.access.rules.Actor;
import org.zhixing.access.rules.Session;
import org.zhixing.access.store.SessionRows;
import org.zhixing.access.store.SignedIn;

/** Where somebody is signed in: each person's own, and nobody else's. */
@ApplicationScoped
public class Sessions {
    private final SessionRows rows;

    Sessions(SessionRows rows) {
        this.rows = rows;
    }

    /** Keeps whose session a request came with, the first time that it is known. */
    Uni<Void> know(SqlClient client, SecurityIdentity who) {
        RoutingContext route = HttpSecurityUtils.getRoutingContextAttribute(who);
        Optional<SignedIn.Known> known = route == null ? Optional.empty() : SignedIn.Known.of(route);
        Logins.Login login = Logins.of(who);
        if (known.isEmpty()
                || known.get().session() != null
                || login.session() == null
                || login.authenticatedAt() == null) {
            return Uni.createFrom().voidItem();
        }
        return rows.know(
                        client,
                        known.get().keyHash(),
                        Session.idOf(login.session()),
                        who.getPrincipal().getName(),
                        login.authenticatedAt().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** The one seen last first. */
    public Uni<List<Session>> of(SqlClient client, Actor who) {
        return rows.list(client, who.username());
    }

    /** What the identity provider needs to end it, if it gave one; no row where it is not theirs, or over. */
    public Uni<List<Optional<String>>> refreshTokens(SqlClient client, Actor who, UUID id, RoutingContext route) {
        return rows.refreshTokens(client, who.username(), id, route);
    }

    /** Ends it here, whatever tokens it has by now. */
    public Uni<Integer> end(SqlConnection tx, Actor who, UUID id) {
        return rows.end(tx, who.username(), id);
    }
}
