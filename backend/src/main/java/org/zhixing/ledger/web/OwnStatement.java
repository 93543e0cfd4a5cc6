package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zhixing.access.Actors;
import org.zhixing.ledger.Statements;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Database;

/** Says 404 for another court's statement before an event stream begins: its status goes out first. */
public class OwnStatement {
    private final Actors actors;
    private final Statements statements;
    private final Database database;

    OwnStatement(Actors actors, Statements statements, Database database) {
        this.actors = actors;
        this.statements = statements;
        this.database = database;
    }

    /** An endpoint whose path has the statement's id. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Required {}

    @ServerRequestFilter
    @Required
    public Uni<Void> refuseForeign(UriInfo uri) {
        UUID id =
                Objects.requireNonNull(Asked.uuid("id", uri.getPathParameters().getFirst("id")));
        return actors.current()
                .chain(actor -> statements.find(database.reading(), actor.courtId(), id))
                .replaceWithVoid();
    }
}
