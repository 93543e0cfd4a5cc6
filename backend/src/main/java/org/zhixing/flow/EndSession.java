package org.zhixing.flow;

import io.quarkus.oidc.OidcProviderClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhixing.access.Sessions;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/**
 * Ends a session of the caller's own elsewhere, as on a phone that was lost: at the identity provider first, which would
 * otherwise let that browser in again without a password, then here.
 */
@ApplicationScoped
public class EndSession {
    private static final Logger LOG = Logger.getLogger(EndSession.class);

    private final Database database;
    private final Sessions sessions;
    private final OidcProviderClient provider;
    private final Audit audit;

    EndSession(Database database, Sessions sessions, OidcProviderClient provider, Audit audit) {
        this.database = database;
        this.sessions = sessions;
        this.provider = provider;
        this.audit = audit;
    }

    /** 404 where it is not the caller's or over; 503, and nothing has ended, where the identity provider does not answer. */
    public Uni<Void> end(Actor by, UUID id, RoutingContext route) {
        return sessions.refreshTokens(database.reading(), by, id, route)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Refusal.notFound();
                    }
                })
                .chain(this::endAtProvider)
                .chain(() -> database.inTransaction(tx -> endHere(tx, by, id)));
    }

    private Uni<Void> endAtProvider(List<Optional<String>> tokens) {
        return Multi.createFrom()
                .iterable(tokens)
                .onItem()
                .transformToUniAndConcatenate(token -> token.isEmpty()
                        ? Uni.createFrom().item(true)
                        : provider.revokeRefreshToken(token.get()).onFailure().recoverWithItem(failed -> {
                            LOG.warn("The identity provider could not be asked to end a session", failed);
                            return false;
                        }))
                .collect()
                .asList()
                .invoke(ended -> {
                    if (ended.contains(false)) {
                        throw Refusal.of(503, "session-not-ended");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> endHere(SqlConnection tx, Actor by, UUID id) {
        return sessions.end(tx, by, id)
                .chain(() -> audit.write(
                        tx, Audit.by(by), List.of(new Entry("session.ended", null, id, Map.of("of", by.name())))));
    }
}
