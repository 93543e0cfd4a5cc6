package org.zhixing.cases.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.zhixing.access.Actors;
import org.zhixing.cases.Imports;
import org.zhixing.cases.rules.ImportSight;
import org.zhixing.cases.rules.SheetKind;
import org.zhixing.platform.Asked;
import org.zhixing.platform.Database;
import org.zhixing.platform.Refusal;

/**
 * Says 404 for another court's import before an answer begins. An event stream needs it: its status has gone out by the
 * time its first event is asked for.
 */
public class OwnImport {
    private final Actors actors;
    private final Imports imports;
    private final Database database;

    OwnImport(Actors actors, Imports imports, Database database) {
        this.actors = actors;
        this.imports = imports;
        this.database = database;
    }

    /** An endpoint whose path has the import's id. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Required {}

    @ServerRequestFilter
    @Required
    public Uni<Void> refuseForeign(UriInfo uri) {
        UUID id =
                Objects.requireNonNull(Asked.uuid("id", uri.getPathParameters().getFirst("id")));
        SheetKind kind = uri.getPath().contains("query-imports") ? SheetKind.QUERY_RESULTS : SheetKind.REGISTER;
        return actors.current()
                .chain(actor -> imports.find(database.reading(), actor.courtId(), kind, id)
                        .invoke(run -> {
                            if (!ImportSight.sees(actor, run)) {
                                throw Refusal.notFound();
                            }
                        }))
                .replaceWithVoid();
    }
}
